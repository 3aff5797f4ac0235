'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { completeSignInAction } from '#lib/operators/actions.ts';

type CodeStepProps = {
  hasApp: boolean;
  /** A passkey is offered first. */
  isSecondChoice: boolean;
};

/** Second step by app or recovery code. Works without JavaScript. */
export function CodeStep({ hasApp, isSecondChoice }: CodeStepProps) {
  return (
    <ActionForm
      action={completeSignInAction}
      about={{}}
      label="Sign in"
      {...(isSecondChoice ? { tone: 'secondary' as const } : {})}
    >
      {(errors) => (
        <TextField
          label="Code"
          name="code"
          hint={
            hasApp
              ? 'The six digits that your authenticator app shows now, or one of your recovery codes.'
              : 'One of your recovery codes, such as aB3dE-6gH8i. Each works once.'
          }
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={40}
          autoFocus={!isSecondChoice}
          error={errors.code}
        />
      )}
    </ActionForm>
  );
}
