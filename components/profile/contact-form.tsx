'use client';

import { useActionState } from 'react';
import { FormOutcome } from '#components/profile/form-outcome.tsx';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { Button } from '#components/ui/button.tsx';
import { CheckField } from '#components/ui/check-field.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { saveTrustedContactsAction } from '#lib/customers/registration/actions.ts';
import {
  contactValues,
  MOST_CONTACTS,
  type Profile,
  type ProfileForm,
} from '#lib/customers/registration/schema.ts';

type ContactFormProps = {
  saved: Profile['trusted'];
  /** What a contact is sent. */
  preview: { text: string; lang: string; dir: 'ltr' | 'rtl' };
};

/** Whom the person trusts: for a message from their own phone, and for a text by us where they choose so. */
export function ContactForm({ saved, preview }: ContactFormProps) {
  const t = useWords();
  const [form, submit, isPending] = useActionState(saveTrustedContactsAction, {
    values: contactValues(saved),
    outcome: 'untouched',
    problem: null,
  } satisfies ProfileForm);
  const { values } = form;
  const filled = Object.keys(values).filter((name) => name.startsWith('mobile')).length;
  // One more than there are, so that another can be added without a script.
  const rows = Array.from({ length: Math.min(MOST_CONTACTS, filled + 1) }, (_, nth) => nth);
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormOutcome form={form} saved={t('trusted.saved')} />
      {rows.map((nth) => (
        <ContactFields key={nth} nth={nth} form={form} />
      ))}
      {filled > 0 ? <p className="text-sm text-ink-soft">{t('trusted.empty')}</p> : null}
      <CheckField
        label={t('trusted.tell')}
        name="isTexted"
        value="yes"
        defaultChecked={values.isTexted === 'yes'}
        hint={t('trusted.tellHint')}
      />
      <p>{t('trusted.choose')}</p>
      <figure className="grid gap-2">
        <figcaption className="text-sm text-ink-soft">{t('trusted.preview')}</figcaption>
        <blockquote
          lang={preview.lang}
          dir={preview.dir}
          className="rounded-md border border-line bg-sunken p-3 [overflow-wrap:anywhere]"
        >
          {preview.text}
        </blockquote>
      </figure>
      <div>
        <Button type="submit" isBusy={isPending}>
          {t('trusted.save')}
        </Button>
      </div>
    </form>
  );
}

function ContactFields({ nth, form: { values, problem } }: { nth: number; form: ProfileForm }) {
  const t = useWords();
  const errorOf = (field: 'name' | 'mobile') =>
    profileFieldWords(problem?.fields?.[`contacts.${nth}.${field}`], t);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 font-semibold">{t('trusted.nth', { nth: nth + 1 })}</legend>
      <TextField
        label={t('trusted.name')}
        name={`name${nth}`}
        dir="auto"
        autoComplete="off"
        optionalLabel={t('facts.optional')}
        maxLength={80}
        defaultValue={values[`name${nth}`]}
        error={errorOf('name')}
      />
      <TextField
        label={t('trusted.mobile')}
        name={`mobile${nth}`}
        type="tel"
        dir="ltr"
        autoComplete="off"
        optionalLabel={t('facts.optional')}
        maxLength={40}
        defaultValue={values[`mobile${nth}`]}
        error={errorOf('mobile')}
      />
    </fieldset>
  );
}
