'use client';

import type { ReactNode } from 'react';
import { FormRefusal } from '#components/admin/form-refusal.tsx';
import { useSteppedAction } from '#components/admin/step-up/use-stepped-action.ts';
import { Button } from '#components/ui/button.tsx';
import type { ButtonTone } from '#components/ui/button-look.ts';
import type { FieldProblems, Result } from '#lib/errors/result.ts';

type Outcome = Result<null> | null;

const problemOf = (outcome: Outcome) => (outcome?.ok === false ? outcome : null);

type ActionFormProps = {
  action: (shown: Outcome, data: FormData) => Promise<Outcome>;
  /** Hidden fields. */
  about: Readonly<Record<string, string>>;
  label: string;
  /** For buttons with the same text. */
  accessibleLabel?: string;
  tone?: ButtonTone;
  /** Fields; a function gets their validation errors. */
  children?: ReactNode | ((errors: FieldProblems) => ReactNode);
};

/** A one-button form with its refusal. */
export function ActionForm({ action, about, label, accessibleLabel, tone, children }: ActionFormProps) {
  const { state, submit, isPending, keep } = useSteppedAction<Outcome>(action, null, problemOf);
  const problem = problemOf(state);
  return (
    <form action={submit} onSubmit={keep} noValidate className="grid justify-items-start gap-4">
      <FormRefusal problem={problem} />
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === 'function' ? children(problem?.fields ?? {}) : children}
      <Button
        type="submit"
        isBusy={isPending}
        {...(tone ? { tone } : {})}
        {...(accessibleLabel ? { 'aria-label': accessibleLabel } : {})}
      >
        {label}
      </Button>
    </form>
  );
}
