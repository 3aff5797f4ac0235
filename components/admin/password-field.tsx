import { TextField } from '#components/ui/text-field.tsx';

/** The current password, required again for changes of one's own second factors. */
export function PasswordField({ hint, error }: { hint?: string; error: string | undefined }) {
  return (
    <TextField
      label="Password"
      name="password"
      type="password"
      autoComplete="current-password"
      hint={hint}
      required
      maxLength={128}
      error={error}
    />
  );
}
