import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageCodes } from '#lib/languages/languages.ts';
import {
  type ContactTextFacts,
  contactTextOf,
  limitsOf,
  problemOf,
  retryMs,
  segmentsOf,
  textLanguage,
} from './contact-text-model.ts';

const LINK = `https://${'a'.repeat(32)}.example/follow/${'A'.repeat(43)}`;
const told = { name: 'Thandi', latinName: null, link: LINK, brandName: 'Vigil' };
const latin = languageCodes.filter((code) => code !== 'ar');

describe('the text', () => {
  test('names who called for help and where to follow, and no place or number', () => {
    expect(
      contactTextOf({ ...told, name: 'Thandi Grace', language: 'en', link: 'https://v.example/x' }),
    ).toBe(
      'Vigil: Thandi called for help. The control room has the alarm. Do not phone or write now: a sound can be dangerous. See what happens: https://v.example/x',
    );
  });

  test.each(latin)('in %s goes in two messages, whatever Latin name and brand', (language) => {
    const name = fc.string({ unit: fc.constantFrom(...'abcXYZ-éèäñüÅß'), minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(name, fc.string({ unit: fc.constantFrom(...'abcXYZ'), maxLength: 12 }), (each, brand) => {
        const text = contactTextOf({ ...told, name: each, language, brandName: `B${brand}` });
        expect(segmentsOf(text), text).toBeLessThanOrEqual(2);
        expect(text.endsWith(` ${LINK}`)).toBe(true);
        expect(text.replace(LINK, '')).not.toMatch(/\d|Vigil/);
      }),
    );
  });

  test('in Arabic goes in three', () => {
    expect(segmentsOf(contactTextOf({ ...told, name: 'محمد', language: 'ar' }))).toBeLessThanOrEqual(3);
  });

  test('writes a name in letters that make it no longer, where it can', () => {
    const called = (name: string, latinName: string | null = null) =>
      contactTextOf({ ...told, name, latinName, language: 'en' })
        .slice(7)
        .split(' called')[0];
    expect(called('Zoë')).toBe('Zoe');
    expect(called('Nthabisêng')).toBe('Nthabiseng');
    expect(called('محمد', 'Muhammad Ali')).toBe('Muhammad');
    expect(called('محمد')).toBe('\u2068محمد\u2069');
  });
});

test('segments are counted as a gateway does', () => {
  const counts = [
    'a'.repeat(160),
    'a'.repeat(161),
    '€'.repeat(80),
    '€'.repeat(81),
    'ā'.repeat(70),
    'ā'.repeat(71),
  ];
  expect(counts.map(segmentsOf)).toEqual([1, 2, 1, 2, 1, 2]);
});

const facts = fc.record<ContactTextFacts>({
  ageMs: fc.integer({ min: 0, max: 3_600_000 }),
  isOver: fc.boolean(),
  isSaidSafe: fc.boolean(),
  mobile: fc.constantFrom(null, '+27830000001', '+27830000002'),
  ownMobile: fc.constantFrom('', '+27830000001'),
});

test('a text is sent only to another’s number, soon, while help is coming and nobody said that they are safe', () => {
  fc.assert(
    fc.property(facts, (each) => {
      const { ageMs, isOver, isSaidSafe, mobile, ownMobile } = each;
      const isSent = !isOver && !isSaidSafe && mobile !== null && mobile !== ownMobile && ageMs < 1_800_000;
      expect(problemOf(each) === null).toBe(isSent);
    }),
  );
});

test('pauses grow to two minutes, and are never none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (tries, random) => {
        expect(retryMs(tries, random)).toBeGreaterThan(0);
        expect(retryMs(tries, random)).toBeLessThanOrEqual(120_000);
      },
    ),
  );
});

test('one person cannot use up what others may send to a number', () => {
  const limits = limitsOf({ pair: 'pair', number: 'number' });
  const most = (key: string) => Math.max(...limits.filter((each) => each.key === key).map(({ max }) => max));
  expect(most('pair') * 4).toBeLessThan(most('number'));
});

test('an unknown language is English', () => {
  expect([null, 'xx', 'zu'].map(textLanguage)).toEqual(['en', 'en', 'zu']);
});
