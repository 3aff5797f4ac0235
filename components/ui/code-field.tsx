import type { ReactNode } from 'react';
import { classNames } from '#components/ui/class-names.ts';
import { Field } from '#components/ui/field.tsx';

type CodeFieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  error?: string | undefined;
  autoFocus?: boolean;
};

/** One input for all digits, for autofill and screen readers. */
export function CodeField({ label, name, hint, error, autoFocus }: CodeFieldProps) {
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          // Room for separators in pasted codes, which the server strips.
          maxLength={40}
          required
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: only where the page consists of this one question
          autoFocus={autoFocus}
          className={classNames(
            'control',
            'max-w-64 py-3! text-xl! font-semibold tracking-[0.35em] tabular-nums',
          )}
        />
      )}
    </Field>
  );
}
