import formatCompiled, { type CompiledMessage } from 'icu-minify/format';
import type { Key, Values } from './en/messages.ts';
import { directionOf, type PageLanguage } from './languages.ts';

// From a key to the text of a language. Also in the browser: compiled messages come with the page, so that no parser
// does.

/** The messages of a page in one language: as they are written, but for plurals, which are compiled. */
export type Words = { readonly [Each in Key]?: CompiledMessage };

export type Translate = {
  <Each extends Key>(key: Each, ...values: Values<Each>): string;
  readonly language: PageLanguage;
  /** Whether the page was given a text of this name. */
  readonly has: (name: string) => boolean;
  /** A number with so many decimals, as the language writes it. */
  readonly number: (value: number, decimals: number) => string;
};

/** Keep what stands between them from mixing with text of the other direction. */
const ISOLATE = ['\u2068', '\u2069'] as const;

const formatters = {
  getDateTimeFormat: (...asked: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...asked),
  getNumberFormat: (...asked: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...asked),
  getPluralRules: (...asked: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...asked),
};

export function translator(language: PageLanguage, words: Words): Translate {
  const isolated = directionOf(language) === 'rtl' ? isolate : String;
  // The same digits everywhere: they are compared with what a phone shows.
  const locale = `${language}-u-nu-latn`;
  const translate = (key: Key, values: Readonly<Record<string, string | number>> = {}): string => {
    // A page is given all that it shows (given.test.ts).
    const message = words[key] ?? '';
    if (typeof message !== 'string') return String(formatCompiled(message, locale, values, { formatters }));
    return message.replace(/\{(\w+)\}/g, (_whole, name: string) => isolated(values[name] ?? ''));
  };
  return Object.assign(translate, {
    language,
    has: (name: string) => Object.hasOwn(words, name),
    number: (value: number, decimals: number) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(value),
  });
}

function isolate(value: string | number): string {
  return `${ISOLATE[0]}${value}${ISOLATE[1]}`;
}
