import { CircleCheck } from 'lucide-react';
import { Alert } from '#components/ui/alert.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { ProfileForm } from '#lib/customers/registration/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

type FormOutcomeProps = { form: ProfileForm; saved: string; removed: string };

export function FormOutcome({ form, saved, removed }: FormOutcomeProps) {
  if (form.problem) {
    const { title, detail } = errorEntry(form.problem.code);
    return (
      <Alert title={title}>
        <p>{detail}</p>
      </Alert>
    );
  }
  if (form.outcome === 'untouched') return null;
  return (
    <StatusLine tone="good" icon={<CircleCheck />}>
      {form.outcome === 'saved' ? saved : removed}
    </StatusLine>
  );
}
