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
      {problem.code === 'step_up.required' ? (
        <p>
          {/* With scripts a dialog asks. This page comes back to the one that it was opened from. */}
          <a href="/admin/step-up" className="font-semibold underline underline-offset-4">
            Confirm that it is you
          </a>
        </p>
      ) : null}
    </Alert>
  );
}
