import { isolated } from '#components/ui/name-text.ts';
import { TextField } from '#components/ui/text-field.tsx';
import type { CustomerForm } from '#lib/customers/directory/schema.ts';

type ConfirmSurnameProps = { form: CustomerForm; surname: string; toDo: string };

/** What cannot be taken back asks for the surname: a click alone may be a slip, on the wrong person. */
export function ConfirmSurname({ form, surname, toDo }: ConfirmSurnameProps) {
  return (
    <TextField
      label={`Type “${isolated(surname)}” to ${toDo}`}
      name="confirmation"
      dir="auto"
      required
      autoComplete="off"
      maxLength={200}
      defaultValue={form.values.confirmation}
      error={form.problem?.fields?.confirmation}
    />
  );
}
