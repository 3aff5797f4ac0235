import { helpSubject, helpWords } from '#lib/coverage/model.ts';
import type { ResponseType } from '#lib/coverage/schema.ts';
import type { Translate } from '#lib/languages/translate.ts';

/**
 * A kind of help as the person chooses it. AURA names kinds in English; in other languages it is what the kind is about,
 * unless that does not tell it from another.
 */
export function helpName(types: readonly ResponseType[], type: ResponseType, t: Translate): string {
  const subject = helpSubject(type);
  if (t.language === 'en' || subject === 'other') return helpWords(type);
  const isOnly = types.filter((other) => helpSubject(other) === subject).length === 1;
  return isOnly ? t(`help.${subject}`) : helpWords(type);
}
