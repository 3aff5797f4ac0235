import { Alert } from '#components/ui/alert.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import type { Refusal } from '#lib/errors/result.ts';

/** A refusal in the catalogue's words. */
export function RefusalAlert({ problem }: { problem: Refusal | null }) {
  if (!problem) return null;
  const { title, detail } = errorEntry(problem.code);
  return (
    <Alert title={title}>
      <p>{detail}</p>
    </Alert>
  );
}
