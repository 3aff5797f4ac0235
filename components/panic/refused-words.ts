import { inWordsOf } from '#components/panic/press-refused-words.ts';
import { type ErrorCode, errorEntry } from '#lib/errors/errors.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** What any refusal says to the person. Brings the whole catalogue: for the press alone there is `pressRefusedWords`. */
export function refusedWords(code: ErrorCode, t: Translate): { title: string; detail: string } {
  return inWordsOf(code, errorEntry(code), t);
}
