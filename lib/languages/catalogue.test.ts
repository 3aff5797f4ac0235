import { describe, expect, it, test } from 'vitest';
import { catalogue, wordsIn } from './catalogue.ts';
import { en } from './en/all.ts';
import type { Part } from './en/messages.ts';
import { languageCodes } from './languages.ts';

// What is missing or too much does not pass the types. Here: what a translation says.

/** Texts that another language has as English does: names, and words that it shares. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  fr: ['signIn.code', 'address.latitude', 'address.longitude', 'facts.allergies'],
  pt: ['address.latitude', 'address.longitude'],
};

const parts = Object.keys(en) as Part[];
const others = languageCodes.filter((code) => code !== 'en');
const textsOf = (whole: (typeof catalogue)['en'], part: Part): Readonly<Record<string, string>> =>
  whole[part];
const pairs = others.flatMap((code) =>
  parts.flatMap((part) =>
    Object.entries(textsOf(en, part)).map(
      ([key, english]) => [code, key, textsOf(catalogue[code], part)[key] ?? '', english] as const,
    ),
  ),
);

const placeholders = (text: string) => [...new Set(text.match(/\{\w+[,}]/g))].sort();

describe.each(others)('%s', (code) => {
  it('has every text, in its own words, with the same placeholders', () => {
    for (const [, key, text, english] of pairs.filter(([each]) => each === code)) {
      expect(text.trim(), key).not.toBe('');
      expect(text.trim(), key).toBe(text);
      expect(placeholders(text), key).toEqual(placeholders(english));
      if (text === english) expect(SAME[code] ?? [], `${key}: ${text}`).toContain(key);
    }
  });

  it('has no exception that is none', () => {
    const same = pairs.filter(([each, , text, english]) => each === code && text === english);
    expect([...(SAME[code] ?? [])].sort()).toEqual(same.map(([, key]) => key).sort());
  });

  it('keeps the name of AURA, the product and what a phone shows', () => {
    for (const [, key, text, english] of pairs.filter(([each]) => each === code)) {
      for (const name of ['AURA', 'Vigil', '112', '±', 'application/json']) {
        expect(text.includes(name), `${key}: ${name} in ${text}`).toBe(english.includes(name));
      }
    }
  });

  it('compiles, with each plural of the language', () => {
    for (const part of parts) expect(() => wordsIn(code, part)).not.toThrow();
    const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    for (const [, key, text] of pairs.filter(
      ([each, , text]) => each === code && text.includes(', plural,'),
    )) {
      // Without one of its own a number is said as any other.
      expect(text, key).toContain('other {');
      if (code === 'ar') for (const category of needed) expect(text, key).toContain(`${category} {`);
    }
  });
});

test('what a page gets can be handed from the server to the browser: plain objects alone', () => {
  const isPlain = (value: unknown): boolean =>
    typeof value !== 'object' ||
    (value !== null &&
      (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) &&
      Object.values(value).every(isPlain));
  for (const code of languageCodes) expect(isPlain(wordsIn(code, ...parts)), code).toBe(true);
});

test('no text quotes a brace: it would be read otherwise where it is not compiled', () => {
  const all = languageCodes.flatMap((code) =>
    parts.flatMap((part) => Object.values(textsOf(catalogue[code], part))),
  );
  expect(all.filter((text) => /'[{}#|]/.test(text))).toEqual([]);
});
