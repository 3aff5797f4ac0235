// The languages of the persons' pages. Also in the browser.

type LanguageFacts = {
  /** As its speakers write it. */
  name: string;
  dir: 'ltr' | 'rtl';
  /** Whether a native speaker has checked its texts; see docs/languages.md. */
  isReviewed: boolean;
};

export const languages = {
  en: { name: 'English', dir: 'ltr', isReviewed: true },
  af: { name: 'Afrikaans', dir: 'ltr', isReviewed: false },
  zu: { name: 'isiZulu', dir: 'ltr', isReviewed: false },
  xh: { name: 'isiXhosa', dir: 'ltr', isReviewed: false },
  st: { name: 'Sesotho', dir: 'ltr', isReviewed: false },
  tn: { name: 'Setswana', dir: 'ltr', isReviewed: false },
  sw: { name: 'Kiswahili', dir: 'ltr', isReviewed: false },
  fr: { name: 'Français', dir: 'ltr', isReviewed: false },
  pt: { name: 'Português', dir: 'ltr', isReviewed: false },
  ar: { name: 'العربية', dir: 'rtl', isReviewed: false },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;
export type Direction = LanguageFacts['dir'];

/** Accented and longer English, for tests alone: what stays plain is not in the catalogues. */
export const PSEUDO = 'en-XA';
/** What a page may be written in. */
export type PageLanguage = Language | typeof PSEUDO;

/** In the order in which they are offered. */
export const languageCodes = Object.keys(languages).filter(isLanguage);

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(languages, code);
}

export function directionOf(language: PageLanguage): Direction {
  return language === PSEUDO ? 'ltr' : languages[language].dir;
}

/** Whether a page is in all languages: all are, but for the console, which is English. No page mixes languages. */
export function isTranslated(path: string): boolean {
  return !/^\/admin(?:\/|$)/.test(path);
}
