'use client';

import { ActionForm } from '#components/admin/action-form.tsx';
import { FactorCodeField } from '#components/admin/second-step/factor-code-field.tsx';
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
      {(errors) => <FactorCodeField hasApp={hasApp} autoFocus={!isSecondChoice} error={errors.code} />}
    </ActionForm>
  );
}
