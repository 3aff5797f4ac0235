'use client';

import { type ReactNode, useActionState, useEffect, useEffectEvent } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { PasswordField } from '#components/admin/password-field.tsx';
import { FactorCodeField } from '#components/admin/second-step/factor-code-field.tsx';
import { PasskeyForm } from '#components/admin/second-step/passkey-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { buttonLook } from '#components/ui/button-look.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import {
  startPasskeyStepUpAction,
  stepUpAction,
  stepUpByPasskeyAction,
} from '#lib/operators/second-factor/actions.ts';
import type { StepUpWays } from '#lib/operators/second-factor/schema.ts';

type StepUpFormProps = {
  ways: StepUpWays;
  /** In a dialog, which goes on. */
  onDone?: () => void;
  /** On a page of its own, which leads there; works without scripts. */
  to?: string;
};

/** At the identity provider for who signed in there; else a factor, or the password of an operator who has none. */
export function StepUpForm({
  ways: { atProvider, hasApp, hasPasskey, byPassword },
  onDone,
  to,
}: StepUpFormProps) {
  if (atProvider !== null) return <AtProvider name={atProvider} to={to} />;
  if (byPassword) {
    return (
      <Proof onDone={onDone} to={to}>
        {(errors) => <PasswordField hint="The one that you sign in with." error={errors.password} />}
      </Proof>
    );
  }
  return (
    <div className="grid gap-6">
      {hasPasskey ? (
        <PasskeyForm
          start={startPasskeyStepUpAction}
          finish={stepUpByPasskeyAction}
          onDone={onDone}
          to={to}
        />
      ) : null}
      <Proof onDone={onDone} to={to} isSecondChoice={hasPasskey}>
        {(errors) => <FactorCodeField hasApp={hasApp} error={errors.code} />}
      </Proof>
    </div>
  );
}

/** Leaves the page. Without `to` it comes back to it, and what was typed there is typed again. */
function AtProvider({ name, to }: { name: string; to: string | undefined }) {
  const query = to === undefined ? '' : `?${new URLSearchParams({ to })}`;
  return (
    <div className="grid justify-items-start gap-4">
      <p>{`You signed in with ${name}, which now asks you again who you are. Then you come back to this page.`}</p>
      <a href={`/api/oidc/step-up${query}`} className={buttonLook('primary')}>
        {`Confirm with ${name}`}
      </a>
    </div>
  );
}

type ProofProps = {
  onDone: (() => void) | undefined;
  to: string | undefined;
  isSecondChoice?: boolean;
  children: (errors: FieldProblems) => ReactNode;
};

function Proof({ onDone, to, isSecondChoice = false, children }: ProofProps) {
  const [outcome, submit, isPending] = useActionState(stepUpAction, null);
  const problem = outcome?.ok === false ? outcome : null;
  const tell = useEffectEvent(() => onDone?.());
  useEffect(() => {
    if (outcome?.ok) tell();
  }, [outcome]);
  return (
    <form action={submit} noValidate className="grid justify-items-start gap-4">
      <FormRefusal problem={problem} />
      {to === undefined ? null : <input type="hidden" name="to" value={to} />}
      {children(problem?.fields ?? {})}
      <Button type="submit" isBusy={isPending} tone={isSecondChoice ? 'secondary' : 'primary'}>
        Confirm
      </Button>
    </form>
  );
}
