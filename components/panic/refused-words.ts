import { type ErrorCode, errorEntry } from '#lib/errors/errors.ts';
import { named } from '#lib/languages/brand-name.ts';
import type { Key } from '#lib/languages/en/messages.ts';
import type { Translate } from '#lib/languages/translate.ts';

/** The refusals that a person can meet: those that are translated. */
type Title = Extract<Key, `refusal.${ErrorCode}`>;

/** What a refusal says to the person. One that the page was not given is said as what it is to them: a fault of ours. */
export function refusedWords(code: ErrorCode, t: Translate): { title: string; detail: string } {
  if (t.language === 'en') {
    const { title, detail } = errorEntry(code);
    return { title: named(title), detail: named(detail) };
  }
  const asked = `refusal.${code}`;
  // safe: the page has a text of that name
  const title = t.has(asked) ? (asked as Title) : 'refusal.server.error';
  return { title: t(title), detail: t(`${title}.detail`) };
}
