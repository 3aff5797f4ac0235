'use client';

import { useActionState } from 'react';
import { CodeStep } from '#components/registration/code-step.tsx';
import { HiddenFields } from '#components/registration/hidden-fields.tsx';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { signInAction } from '#lib/customers/registration/actions.ts';
import type { SignInForm as Form } from '#lib/customers/registration/schema.ts';

export function SignInForm() {
  const [form, submit, isPending] = useActionState(signInAction, {
    step: 'mobile',
    mobile: '',
    codeId: '',
    sentTo: '',
    problem: null,
  } satisfies Form);
  return (
    <form action={submit} noValidate className="grid gap-6">
      <RefusalAlert problem={form.problem} />
      {form.step === 'mobile' ? (
        <>
          <TextField
            label="Mobile number"
            name="mobile"
            type="tel"
            autoComplete="tel"
            required
            maxLength={40}
            hint="The number you registered with. We will SMS you a code."
            defaultValue={form.mobile}
            error={form.problem?.fields?.mobile}
          />
          <Button type="submit" name="intent" value="start" size="large" isBusy={isPending}>
            Send code
          </Button>
        </>
      ) : (
        <HiddenFields fields={{ codeId: form.codeId, sentTo: form.sentTo }} />
      )}
      {form.step === 'code' ? (
        <CodeStep
          sentTo={form.sentTo}
          error={form.problem?.fields?.code}
          isPending={isPending}
          editLabel="Use another number"
        />
      ) : null}
      {form.step === 'unknown' ? (
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/register" size="large">
            Register
          </LinkButton>
          <Button type="submit" name="intent" value="edit" tone="quiet">
            Use another number
          </Button>
        </div>
      ) : null}
    </form>
  );
}
