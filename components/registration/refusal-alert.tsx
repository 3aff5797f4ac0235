import { refusedWords } from '#components/panic/refused-words.ts';
import { Alert } from '#components/ui/alert.tsx';
import type { Refusal } from '#lib/errors/result.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

type RefusalAlertProps = { problem: Refusal | null; t?: Translate };

/** A refusal in the catalogue's words. */
export function RefusalAlert({ problem, t = english }: RefusalAlertProps) {
  if (!problem) return null;
  const { title, detail } = refusedWords(problem.code, t);
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
