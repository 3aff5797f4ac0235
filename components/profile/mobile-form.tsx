'use client';

import { CircleCheck } from 'lucide-react';
import { useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { changeMobileAction } from '#lib/customers/change-mobile/actions.ts';
import type { MobileForm as Form } from '#lib/customers/change-mobile/schema.ts';
import { named } from '#lib/languages/brand-name.ts';

const UNTOUCHED: Form = { step: 'number', mobile: '', codeId: '', sentTo: '', proof: '', problem: null };

/** The new number, a code from the old one, a code from the new one. */
export function MobileForm() {
  const [form, submit, isPending] = useActionState(changeMobileAction, UNTOUCHED);
  const { step, codeId, sentTo, proof, problem } = form;
  if (step === 'done') {
    return (
      <StatusLine tone="good" icon={<CircleCheck />}>
        Your mobile number is changed. You sign in with the new one. Its last four digits are your safe code.
      </StatusLine>
    );
  }
  return (
    <form action={submit} noValidate className="grid gap-4" aria-label="Change your mobile number">
      <RefusalAlert problem={problem} />
      {step === 'number' ? (
        <>
          <TextField
            label="New mobile number"
            name="mobile"
            type="tel"
            autoComplete="off"
            required
            maxLength={40}
            hint="We SMS a code to your old number first, then to the new one."
            defaultValue={form.mobile}
            error={problem?.fields?.mobile}
          />
          <div>
            <Button type="submit" name="intent" value="start" tone="secondary" isBusy={isPending}>
              Change mobile number
            </Button>
          </div>
          <p className="text-sm text-ink-soft">
            {named('If you do not have the old number any more, ask the people who gave you Vigil.')}
          </p>
        </>
      ) : (
        <>
          <HiddenFields fields={{ step, codeId, sentTo, proof }} />
          <p>
            {step === 'old' ? 'First the code from your old number.' : 'Now the code from your new number.'}
          </p>
          <CodeStep
            key={step}
            sentTo={sentTo}
            error={problem?.fields?.code}
            isPending={isPending}
            editLabel="Stop"
          />
        </>
      )}
    </form>
  );
}
