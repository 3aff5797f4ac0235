import type { PageLanguage } from '#lib/languages/languages.ts';

/**
 * A day where the service is, as the language has it, in digits that all read; English as in South Africa. For the server:
 * browsers do not know every language.
 */
export function dayText(at: string, language: PageLanguage): string {
  const locale = language === 'en' || language === 'en-XA' ? 'en-ZA' : `${language}-u-nu-latn`;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Africa/Johannesburg' }).format(
    new Date(at),
  );
}

export function Day({ at, language }: { at: string; language: PageLanguage }) {
  return <time dateTime={at}>{dayText(at, language)}</time>;
}
