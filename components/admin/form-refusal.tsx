import { RefusalAlert } from '#components/registration/refusal-alert.tsx';
import { ShowResult } from '#components/ui/show-result.tsx';
import type { Refusal } from '#lib/errors/result.ts';

/** In a form: why it was refused, and the focus on the first bad field. */
export function FormRefusal({ problem }: { problem: Refusal | null }) {
  return (
    <>
      <ShowResult of={problem} />
      <RefusalAlert problem={problem} />
    </>
  );
}
