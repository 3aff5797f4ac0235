import { describe, expect, it, test } from 'vitest';
import { translateInto } from './catalogue.ts';
import { languageCodes, PSEUDO } from './languages.ts';
import { pseudoText } from './pseudo.ts';

const days = (code: Parameters<typeof translateInto>[0], count: number) =>
  translateInto(code)('ready.subscription.left', { days: count });

describe('a text with a number', () => {
  it.each([
    ['en', 1, 'Subscription: 1 day left'],
    ['en', 2, 'Subscription: 2 days left'],
    ['af', 1, 'Intekening: nog 1 dag oor'],
    ['fr', 0, 'Abonnement : encore 0 jour'],
    ['ar', 2, 'الاشتراك: بقي يومان'],
    ['ar', 3, 'الاشتراك: بقي 3 أيام'],
    ['ar', 11, 'الاشتراك: بقي 11 يومًا'],
    ['ar', 100, 'الاشتراك: بقي 100 يوم'],
  ] as const)('in %s with %i: %s', (code, count, text) => {
    expect(days(code, count)).toBe(text);
  });

  it('says the number, or the word for it, in every language', () => {
    for (const code of languageCodes) expect(days(code, 14), code).toContain('14');
  });
});

test('what is filled in stands apart from text of the other direction, as digits of the phone', () => {
  expect(translateInto('ar')('call.number', { number: '+27 10 111' })).toContain('\u2068+27 10 111\u2069');
  expect(translateInto('en')('call.number', { number: '+27 10 111' })).toBe('Call +27 10 111');
  expect(translateInto('ar').number(1.5, 1)).toMatch(/^1[.,٫]5$/);
  expect(translateInto('af').number(1.5, 1)).toBe('1,5');
  expect(translateInto('en').number(0.24, 1)).toBe('0.2');
});

test('the pseudo-language accents and lengthens, and keeps what is filled in', () => {
  expect(pseudoText('Call {number}')).toMatch(/^Çáļļ \{number\} ?~+$/);
  expect(translateInto(PSEUDO)('call.number', { number: '112' })).toContain('112');
  expect(days(PSEUDO, 1)).toMatch(/^Šúƀšçŕíþţíóñ: 1 ðáý ļéƒţ/);
  const text = 'Help will be called. Tap Cancel to stop.';
  expect(pseudoText(text).length).toBeGreaterThanOrEqual(text.length * 1.4);
});
