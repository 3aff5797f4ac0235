'use client';

import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { ShownOnceLink } from '#components/admin/shown-once-link.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { createHookAction } from '#lib/hooks/actions.ts';
import type { HookForm } from '#lib/hooks/schema.ts';

const UNTOUCHED: HookForm = { name: '', url: '', problem: null, secret: null };

/** Begins webhooks to another system; the secret is shown once. */
export function CreateHookForm() {
  const {
    state: form,
    submit,
    isPending,
    keep,
  } = useSteppedAction(createHookAction, UNTOUCHED, ({ problem }) => problem);
  const errors = form.problem?.fields ?? {};
  return (
    <form action={submit} onSubmit={keep} noValidate className="grid max-w-2xl gap-5">
      <FormRefusal problem={form.problem} />
      {form.secret ? (
        <ShownOnceLink label="Secret" name="hook-secret" link={form.secret} copies="Copy secret">
          {`${form.name} checks signatures with this secret. It is not shown again.`}
        </ShownOnceLink>
      ) : null}
      <TextField
        label="System"
        name="name"
        autoComplete="off"
        required
        defaultValue={form.secret ? '' : form.name}
        error={errors.name}
      />
      <TextField
        label="Address"
        name="url"
        type="url"
        autoComplete="off"
        required
        hint="https, and a public server"
        defaultValue={form.secret ? '' : form.url}
        error={errors.url}
      />
      <span>
        <Button type="submit" isBusy={isPending}>
          Send webhooks
        </Button>
      </span>
    </form>
  );
}
