import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** Props that connect a control to its label, hint and error. */
export type FieldControl = {
  id: string;
  name: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  /** The problem and how to fix it. */
  error?: string | undefined;
  isOptional?: boolean;
  optionalLabel?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

export function Field({ label, name, hint, error, isOptional = false, ...rest }: FieldProps) {
  const { optionalLabel = 'Optional', children } = rest;
  const id = useId();
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, hintId].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {isOptional ? <span className="text-sm text-ink-soft">{optionalLabel}</span> : null}
      </div>
      {hint ? (
        <p id={hintId} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        name,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
      {error ? (
        <p id={errorId} className="flex items-start gap-2 text-sm font-medium text-alert-ink">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
