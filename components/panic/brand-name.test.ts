import { afterEach, describe, expect, it } from 'vitest';
import { callSheet } from '#components/panic/call-sheet.ts';
import { refusedWords } from '#components/panic/refused-words.ts';
import { type Brand, brand, named, setBrand } from '#lib/languages/brand-name.ts';
import { catalogue, translateInto } from '#lib/languages/catalogue.ts';
import { type Language, languageCodes } from '#lib/languages/languages.ts';

const VIGIL: Brand = { name: 'Vigil', hasLogo: false };

afterEach(() => setBrand(VIGIL));

/** A text that names the product, in each language. */
const KEY = 'ready.install';
const inAll = () => languageCodes.map((code) => translateInto(code)(KEY));

describe('the name of a deployment', () => {
  it('is Vigil where nothing is set', () => {
    expect([brand(), named('Vigil’s operators')]).toEqual([VIGIL, 'Vigil’s operators']);
  });

  it('stands in the texts of every language', () => {
    expect(inAll().every((text) => text.includes('Vigil'))).toBe(true);
    setBrand({ name: 'Safe & Sound', hasLogo: true });
    expect(inAll().filter((text) => !text.includes('Safe & Sound') || text.includes('Vigil'))).toEqual([]);
  });

  it('leaves no text with the old name', () => {
    setBrand({ name: 'Wag', hasLogo: false });
    const left = languageCodes.flatMap((code: Language) =>
      Object.values(catalogue[code]).flatMap((part) =>
        Object.values(part).filter((text) => /Vigil/.test(named(text))),
      ),
    );
    expect(left).toEqual([]);
  });

  it('stands in refusals and on the call sheet, which is not taken for markup', () => {
    setBrand({ name: 'A & B', hasLogo: false });
    const t = translateInto('en');
    expect(refusedWords('server.unavailable', t).title).toBe('A & B is not ready');
    const sheet = callSheet({ numbers: ['112'], isSandbox: false, build: '', t });
    expect(sheet).toContain('<a href="/">A &#38; B</a>');
    expect(sheet).not.toContain('Vigil');
  });

  it('may hold what a replacement would read as its own', () => {
    setBrand({ name: '$& $1', hasLogo: false });
    expect(named('Call Vigil.')).toBe('Call $& $1.');
  });
});
