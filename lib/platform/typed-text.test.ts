import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiDigits, searchedWords, typedCode, typedNumber, typedWords } from './typed-text.ts';

/** The zero of each script that keyboards offer digits of. */
const ZEROS = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810, 0xff10, 0x1d7ce, 0x1d7d8, 0x1d7f6, 0x1e950,
];
const MARKS = [
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202C',
  '\u2066',
  '\u2069',
  '\uFEFF',
  '\u2060',
  '\u00AD',
  '\uFE0F',
  '\u061C',
  '\u180E',
];
const BLANKS = [' ', '\u00A0', '\u202F', '\u2009', '\u3000', '\t', '\n', '\u2028'];
const DASHES = ['-', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\uFF0D'];

const inScript = (digits: string, zero: number) =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
const code = fc.stringMatching(/^\d{4,6}$/);
const noise = fc
  .array(fc.constantFrom(...MARKS, ...BLANKS, ...DASHES), { maxLength: 4 })
  .map((parts) => parts.join(''));

describe('numbers', () => {
  test('digits of every script mean the same', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...ZEROS), (digits, zero) => {
        expect(asciiDigits(inScript(digits, zero))).toBe(digits);
      }),
    );
  });

  test('a code is the same with marks, blanks and dashes anywhere', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...ZEROS),
        fc.array(noise, { minLength: 7, maxLength: 7 }),
        (digits, zero, between) => {
          const typed =
            [...digits].map((digit, at) => `${between[at]}${inScript(digit, zero)}`).join('') + between[6];
          expect(typedCode(typed)).toBe(digits);
        },
      ),
    );
  });

  test('what is no digit stays, so that a wrong code stays wrong', () => {
    expect(typedCode('12a4')).toBe('12a4');
    expect(typedCode('½²①')).toBe('½²①');
  });

  test.each([
    ['+27\u00A082\u202F123\u20114567', '+27 82 123-4567'],
    ['\u202A+27 82 123 4567\u202C', '+27 82 123 4567'],
    ['٠٨٢ ١٢٣ ٤٥٦٧', '082 123 4567'],
    ['＋２７８２１２３４５６７', '+27821234567'],
  ])('%j is the number %j', (typed, number) => expect(typedNumber(typed)).toBe(number));
});

describe('words', () => {
  test('blanks are one, marks are gone, joiners within a word stay', () => {
    expect(typedWords('\uFEFF Thandi\u00A0\u200B Nkosi \u200E')).toBe('Thandi Nkosi');
    expect(typedWords('ක්\u200Dෂ')).toBe('ක්\u200Dෂ');
    expect(typedWords('\u200DAnna\u200C \u200DB')).toBe('Anna B');
    expect(typedWords('\u0DCF\u200D\u200C1')).toBe('\u0DCF1');
  });

  test('doing it twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const spell of [typedWords, typedNumber, typedCode, searchedWords])
          expect(spell(spell(text))).toBe(spell(text));
      }),
    );
  });

  test('a search finds whatever apostrophe, dash or digits are typed', () => {
    expect(searchedWords('van ‘t Hof')).toBe(searchedWords("van 't Hof"));
    expect(searchedWords('O\u02BCBrien\u2011Smith')).toBe("O'Brien-Smith");
    expect(searchedWords('١٠٠٠٠٦')).toBe('100006');
  });
});
