import type { ErrorCode } from '#lib/errors/errors.ts';
import { type PressErrorCode, pressErrors } from '#lib/errors/press-errors.ts';
import { named } from '#lib/languages/brand-name.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';

type Refused = { title: string; detail: string };

/** What the refusal of a press says to the person. */
export function pressRefusedWords(code: PressErrorCode, t: Translate): Refused {
  return inWordsOf(code, pressErrors[code], t);
}

/**
 * A refusal in the page's language. English is the catalogue's own text; of another language that the page was not given it is
 * said as what it is to the person: a fault of ours.
 */
export function inWordsOf<Code extends ErrorCode>(code: Code, english: Refused, t: Translate): Refused {
  if (t.language === 'en') return { title: named(english.title), detail: named(english.detail) };
  const asked = `refusal.${code}`;
  // safe: the page has a text of that name
  const title = t.has(asked) ? (asked as Extract<Key, `refusal.${Code}`>) : 'refusal.server.error';
  return { title: t(title), detail: t(`${title}.detail`) };
}
