import { CircleCheck } from 'lucide-react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { CustomerForm } from '#lib/customers/directory/schema.ts';

export function FormResult({ form: { done, problem } }: { form: CustomerForm }) {
  if (problem) return <RefusalAlert problem={problem} />;
  if (done === null) return null;
  return (
    <StatusLine tone="good" icon={<CircleCheck />}>
      {done}
    </StatusLine>
  );
}
