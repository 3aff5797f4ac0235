'use client';

import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { ShownOnceLink } from '#components/admin/shown-once-link.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Alert } from '#components/ui/alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { CheckField } from '#components/ui/check-field.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { createKeyAction } from '#lib/operators/api-keys/actions.ts';
import { type KeyForm, lifetimes } from '#lib/operators/api-keys/schema.ts';
import { apiScopes } from '#lib/vocabulary.ts';
import { scopeMeanings, scopeNames } from './words.ts';

const UNTOUCHED: KeyForm = { name: '', problem: null, key: null };

/** Makes a key by which a program may read; it is shown once. */
export function CreateKeyForm() {
  const {
    state: form,
    submit,
    isPending,
    keep,
  } = useSteppedAction(createKeyAction, UNTOUCHED, ({ problem }) => problem);
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} onSubmit={keep} noValidate className="grid max-w-2xl gap-5">
      <FormRefusal problem={form.problem} />
      {form.key ? (
        <ShownOnceLink label="Key" name="api-key" link={form.key} copies="Copy key">
          {`Give this key to ${form.name}. It is not shown again.`}
        </ShownOnceLink>
      ) : null}
      <TextField
        label="Program"
        name="name"
        autoComplete="off"
        required
        defaultValue={form.key ? '' : form.name}
        error={errors.name}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-2 font-semibold">May read</legend>
        {errors.scopes ? <Alert title={errors.scopes} /> : null}
        {apiScopes.map((scope) => (
          <CheckField key={scope} name={scope} label={scopeNames[scope]} hint={scopeMeanings[scope]} />
        ))}
      </fieldset>
      <SelectField
        label="For how long"
        name="days"
        required
        defaultValue="90"
        options={lifetimes.map((days) => ({ value: days, label: `${days} days` }))}
        error={errors.days}
      />
      <span>
        <Button type="submit" isBusy={isPending}>
          Make key
        </Button>
      </span>
    </form>
  );
}
