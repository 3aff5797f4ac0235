import { refusedWords } from '#components/panic/refused-words.ts';
import { Alert } from '#components/ui/alert.tsx';
import { errorEntry } from '#lib/errors/errors.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { english } from '#lib/languages/english.ts';
import type { Translate } from '#lib/languages/translate.ts';

type RefusalAlertProps = { problem: Refusal | null; t?: Translate };

/** A refusal in the catalogue's words. */
export function RefusalAlert({ problem, t = english }: RefusalAlertProps) {
  if (!problem) return null;
  const { title, detail } = refusedWords(problem.code, t);
  const { link } = errorEntry(problem.code);
  return (
    <Alert title={title}>
      <p>{detail}</p>
      {link ? (
        <p>
          <a href={link.href} className="font-semibold underline underline-offset-4">
            {link.text}
          </a>
        </p>
      ) : null}
    </Alert>
  );
}
