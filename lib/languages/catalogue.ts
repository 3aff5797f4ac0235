import 'server-only';
import compile from 'icu-minify/compile';
import type { CompiledMessage } from 'icu-minify/format';
import { af } from './af/all.ts';
import { ar } from './ar/all.ts';
import { brand, named } from './brand-name.ts';
import { en } from './en/all.ts';
import type { Part, Translation } from './en/messages.ts';
import { fr } from './fr/all.ts';
import { type Language, type PageLanguage, PSEUDO } from './languages.ts';
import { pseudoText } from './pseudo.ts';
import { pt } from './pt/all.ts';
import { st } from './st/all.ts';
import { sw } from './sw/all.ts';
import { tn } from './tn/all.ts';
import { type Translate, translator, type Words } from './translate.ts';
import { xh } from './xh/all.ts';
import { zu } from './zu/all.ts';

/** All texts. Of the server: a page gets the parts that it shows, in one language. */
export const catalogue: Readonly<Record<Language, Translation>> = { en, af, zu, xh, st, tn, sw, fr, pt, ar };

const compiled = new Map<string, Words>();

/** Some parts in a language, ready for the browser. */
export function wordsIn(language: PageLanguage, ...parts: readonly Part[]): Words {
  return Object.assign({}, ...parts.map((part) => partIn(language, part)));
}

const translators = new Map<string, Translate>();

/** All parts, for what the server writes. Made once: to put a thousand texts together cost each page a millisecond. */
export function translateInto(language: PageLanguage): Translate {
  const name = `${language} ${brand().name}`;
  const known = translators.get(name) ?? translator(language, wordsIn(language, ...partsOf(en)));
  translators.set(name, known);
  return known;
}

function partsOf(whole: Translation): Part[] {
  // safe: the keys of the object that the type is made of
  return Object.keys(whole) as Part[];
}

function partIn(language: PageLanguage, part: Part): Words {
  const name = `${language} ${part} ${brand().name}`;
  const known = compiled.get(name);
  if (known) return known;
  const texts: Readonly<Record<string, string>> = catalogue[language === PSEUDO ? 'en' : language][part];
  const words = Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      ready(named(language === PSEUDO ? pseudoText(text) : text)),
    ]),
  );
  compiled.set(name, words);
  return words;
}

/** Compiled where it has a plural; filled in as it is otherwise. */
function ready(text: string): CompiledMessage {
  if (!/\{\w+,/.test(text)) return text;
  // Server components hand plain objects to the browser, and no others.
  return JSON.parse(JSON.stringify(compile(text)));
}
