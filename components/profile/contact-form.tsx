'use client';

import { useActionState } from 'react';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { saveTrustedContactAction } from '#lib/customers/registration/actions.ts';
import type { Profile, ProfileForm } from '#lib/customers/registration/schema.ts';

/** The contact whom the person may message from their own phone. */
export function ContactForm({ saved }: { saved: Profile['contact'] }) {
  const [form, submit, isPending] = useActionState(saveTrustedContactAction, {
    values: saved ? { ...saved } : {},
    outcome: 'untouched',
    problem: null,
  } satisfies ProfileForm);
  const { values, problem } = form;
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormOutcome form={form} saved="Your contact is saved." removed="Your contact is removed." />
      <TextField
        label="Contact’s name"
        name="name"
        dir="auto"
        autoComplete="off"
        required
        maxLength={80}
        defaultValue={values.name}
        error={problem?.fields?.name}
      />
      <TextField
        label="Contact’s mobile"
        name="mobile"
        type="tel"
        autoComplete="off"
        required
        maxLength={40}
        defaultValue={values.mobile}
        error={problem?.fields?.mobile}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="save" isBusy={isPending}>
          Save contact
        </Button>
        {values.name && !problem ? (
          <Button type="submit" name="intent" value="remove" tone="quiet">
            Remove contact
          </Button>
        ) : null}
      </div>
    </form>
  );
}
