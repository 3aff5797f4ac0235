import { CircleCheck } from 'lucide-react';
import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import { StatusLine } from '#components/ui/status-line.tsx';
import type { CustomerForm } from '#lib/customers/directory/schema.ts';

/** In a form: what became of it. */
export function FormResult({ form }: { form: CustomerForm }) {
  const { done, problem } = form;
  return (
    <>
      <ShowResult of={form} />
      <RefusalAlert problem={problem} />
      {problem || done === null ? null : (
        <StatusLine tone="good" icon={<CircleCheck />}>
          {done}
        </StatusLine>
      )}
    </>
  );
}
