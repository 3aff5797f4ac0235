'use client';

import { type ReactNode, useActionState } from 'react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { Button } from '#components/ui/button.tsx';
import type { ButtonTone } from '#components/ui/button-look.ts';
import type { FieldProblems, Result } from '#lib/errors/result.ts';

type Outcome = Result<null> | null;

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
  const [outcome, submit, isPending] = useActionState(action, null);
  const problem = outcome?.ok === false ? outcome : null;
  return (
    <form action={submit} noValidate className="grid justify-items-start gap-4">
      <RefusalAlert problem={problem} />
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
