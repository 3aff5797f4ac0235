import { TextField } from '#components/ui/text-field.tsx';

/** A password that is being chosen; the server says why it takes one or not. */
export function NewPasswordField({ error }: { error: string | undefined }) {
  return (
    <TextField
      label="New password"
      name="chosen"
      type="password"
      autoComplete="new-password"
      hint="At least 12 characters. Several words are easier to keep in mind."
      required
      maxLength={128}
      error={error}
    />
  );
}
