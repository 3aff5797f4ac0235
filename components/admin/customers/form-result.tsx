import { CircleCheck } from 'lucide-react';
import { Alert } from '#components/ui/alert.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { CustomerForm } from '#lib/customers/directory/schema.ts';
import { errorEntry } from '#lib/errors/errors.ts';

export const untouched: CustomerForm = { values: {}, done: null, problem: null };

export function FormResult({ form: { done, problem } }: { form: CustomerForm }) {
  if (problem) {
    const { title, detail } = errorEntry(problem.code);
    return (
      <Alert title={title}>
        <p>{detail}</p>
      </Alert>
    );
  }
  if (done === null) return null;
  return (
    <StatusLine tone="good" icon={<CircleCheck />}>
      {done}
    </StatusLine>
  );
}
