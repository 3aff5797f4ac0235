'use client';

import { useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { fieldWords } from '#components/registration/field-words.ts';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { SurnameStep } from '#components/registration/surname-step.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { signInAction } from '#lib/customers/registration/actions.ts';
import type { SignInForm as Form } from '#lib/customers/registration/schema.ts';

export function SignInForm() {
  const t = useWords();
  const [form, submit, isPending] = useActionState(signInAction, {
    step: 'mobile',
    mobile: '',
    codeId: '',
    code: '',
    sentTo: '',
    problem: null,
  } satisfies Form);
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} t={t} />
      <ShowResult of={form} />
      {form.step === 'mobile' ? (
        <>
          <TextField
            label={t('signIn.mobile')}
            name="mobile"
            type="tel"
            autoComplete="tel"
            required
            maxLength={40}
            hint={t('signIn.hint')}
            defaultValue={form.mobile}
            error={fieldWords(form.problem?.fields?.mobile, t)}
          />
          <Button type="submit" name="intent" value="start" size="large" isBusy={isPending}>
            {t('signIn.send')}
          </Button>
        </>
      ) : (
        <HiddenFields fields={{ codeId: form.codeId, sentTo: form.sentTo }} />
      )}
      {form.step === 'surname' ? (
        <SurnameStep code={form.code} error={form.problem?.fields?.surname} isPending={isPending} />
      ) : null}
      {form.step === 'code' ? (
        <CodeStep
          sentTo={form.sentTo}
          error={form.problem?.fields?.code}
          isPending={isPending}
          editLabel={t('signIn.another')}
        />
      ) : null}
      {form.step === 'unknown' ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/register" size="large">
            {t('entry.register')}
          </LinkButton>
          <Button type="submit" name="intent" value="edit" tone="quiet">
            {t('signIn.another')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
