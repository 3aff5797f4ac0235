import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { CONTROL_LOOK } from '#components/ui/control-look.ts';
import { Field } from '#components/ui/field.tsx';

type CodeFieldProps = {
  label: string;
  name: string;
  length?: number;
  hint?: ReactNode;
  error?: string | undefined;
  autoFocus?: boolean;
};

/** A one-time code. One input, not one per digit, so that phones fill it in and screen readers read it. */
export function CodeField({ label, name, length = 6, hint, error, autoFocus }: CodeFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern={`[0-9\\s]{${length},${length * 2}}`}
          maxLength={length * 2}
          required
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: only where the page consists of this one question
          autoFocus={autoFocus}
          className={classNames(
            CONTROL_LOOK,
            'max-w-64 py-3 text-xl font-semibold tracking-[0.35em] tabular-nums',
          )}
        />
      )}
    </Field>
  );
}
