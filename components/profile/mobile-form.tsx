'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { profileFieldWords } from '#components/profile/profile-field-words.ts';
import { CodeStep } from '#components/registration/code-step.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useWords } from '#components/ui/words.tsx';
import { changeMobileAction } from '#lib/customers/change-mobile/actions.ts';
import type { MobileForm as Form } from '#lib/customers/change-mobile/schema.ts';

const UNTOUCHED: Form = { step: 'number', mobile: '', codeId: '', sentTo: '', proof: '', problem: null };

/** The new number, a code from the old one, a code from the new one. */
export function MobileForm() {
  const t = useWords();
  const [form, submit, isPending] = useActionState(changeMobileAction, UNTOUCHED);
  const { step, codeId, sentTo, proof, problem } = form;
  if (step === 'done') {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        {t('mobile.done')}
      </StatusLine>
    );
  }
  return (
    <form action={submit} noValidate className="grid gap-4" aria-label={t('mobile.form')}>
      <RefusalAlert problem={problem} t={t} />
      <ShowResult of={form} />
      {step === 'number' ? (
        <>
          <TextField
            label={t('mobile.new')}
            name="mobile"
            type="tel"
            autoComplete="off"
            required
            maxLength={40}
            hint={t('mobile.how')}
            defaultValue={form.mobile}
            error={profileFieldWords(problem?.fields?.mobile, t)}
          />
          <div>
            <Button type="submit" name="intent" value="start" tone="secondary" isBusy={isPending}>
              {t('mobile.change')}
            </Button>
          </div>
          <p className="text-sm text-ink-soft">{t('mobile.lost')}</p>
        </>
      ) : (
        <>
          <HiddenFields fields={{ step, codeId, sentTo, proof }} />
          <p>{t(step === 'old' ? 'mobile.codeOld' : 'mobile.codeNew')}</p>
          <CodeStep
            key={step}
            sentTo={sentTo}
            error={problem?.fields?.code}
            isPending={isPending}
            editLabel={t('mobile.stop')}
          />
        </>
      )}
    </form>
  );
}
