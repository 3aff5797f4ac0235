'use client';

import { useActionState } from 'react';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { saveTrustedContactAction } from '#lib/customers/registration/actions.ts';
import type { Profile, ProfileForm } from '#lib/customers/registration/schema.ts';

/** The contact whom the person may message from their own phone. */
export function ContactForm({ saved }: { saved: Profile['contact'] }) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(saveTrustedContactAction, {
    values: saved ? { ...saved } : {},
    outcome: 'untouched',
    problem: null,
  } satisfies ProfileForm);
  const { values, problem } = form;
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormOutcome form={form} saved={t('trusted.saved')} removed={t('trusted.removed')} />
      <TextField
        label={t('trusted.name')}
        name="name"
        dir="auto"
        autoComplete="off"
        required
        maxLength={80}
        defaultValue={values.name}
        error={profileFieldWords(problem?.fields?.name, t)}
      />
      <TextField
        label={t('trusted.mobile')}
        name="mobile"
        type="tel"
        autoComplete="off"
        required
        maxLength={40}
        defaultValue={values.mobile}
        error={profileFieldWords(problem?.fields?.mobile, t)}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" name="intent" value="save" isBusy={isPending}>
          {t('trusted.save')}
        </Button>
        {values.name && !problem ? (
          <Button type="submit" name="intent" value="remove" tone="quiet">
            {t('trusted.remove')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
