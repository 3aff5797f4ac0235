import { TextField } from '#components/ui/text-field.tsx';

type FactorCodeFieldProps = { hasApp: boolean; autoFocus?: boolean; error: string | undefined };

/** A code of the authenticator app, or a recovery code. */
export function FactorCodeField({ hasApp, autoFocus = false, error }: FactorCodeFieldProps) {
  return (
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
      autoFocus={autoFocus}
      error={error}
    />
  );
}
