import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startRegistrationInput } from './schema.ts';

const VALID = { name: 'Thandi', surname: 'Nkosi', mobile: '082 123 4567', subscriptionTypeId: '4' };

function nameAfter(typed: unknown): string | null {
  const parsed = startRegistrationInput.safeParse({ ...VALID, name: typed });
  return parsed.success ? parsed.data.name : null;
}

test.each([
  ['José', 'José'],
  ['Jose\u0301', 'José'],
  ['O’Brien', 'O’Brien'],
  ["N'Golo", "N'Golo"],
  ['Anne-Marie', 'Anne-Marie'],
  ['J. R.', 'J. R.'],
  ['Nguyễn Văn', 'Nguyễn Văn'],
  ['Ольга', 'Ольга'],
  ['山田', '山田'],
  ['अमित', 'अमित'],
  ['محمد', 'محمد'],
  ['عبد الرحمن', 'عبد الرحمن'],
  ['מזרחי', 'מזרחי'],
  ['ג׳ורג׳', 'ג׳ורג׳'],
  ['李', '李'],
  ["O'Brien-van der Merwe", "O'Brien-van der Merwe"],
  ['\u202eThandi', 'Thandi'],
  [`q${'\u0301'.repeat(5)}`, `q${'\u0301'.repeat(5)}`],
  ['  Van   der\u00a0Merwe ', 'Van der Merwe'],
  ['van ‘t Hof', 'van ‘t Hof'],
  ['’s-Gravesande', '’s-Gravesande'],
  ['Kealaʻoluʻolu', 'Kealaʻoluʻolu'],
  ['N`Diaye', 'N`Diaye'],
  ['Gal·la', 'Gal·la'],
  ['ジャン・ポール', 'ジャン・ポール'],
  ['Anne\u2011Marie', 'Anne\u2011Marie'],
  ['Anne\u2212Marie', 'Anne\u2212Marie'],
  ['O\uff07Brien', 'O\uff07Brien'],
  ['ක්\u200dෂ', 'ක්\u200dෂ'],
  ['X', 'X'],
  ['Thandi\u200f', 'Thandi'],
  ['\u2067Thandi\u2069', 'Thandi'],
  ['\ufeffThandi\u200b', 'Thandi'],
  ['Tha\u200dndi', 'Thandi'],
])('a name that responders can read is kept, composed: %j', (typed, kept) => {
  expect(nameAfter(typed)).toBe(kept);
});

test.each([
  ['emoji', 'Thandi 😀'],
  ['a flag', '🇿🇦'],
  ['six marks on one letter', `q${'\u0301'.repeat(6)}`],
  ['300 marks', `a${'\u0301'.repeat(300)}`],
  ['a zero byte', 'Tha\u0000ndi'],
  ['an escape', 'Tha\u001b[31mndi'],
  ['marks of punctuation only', '’ -'],
  ['markup', '<b>Thandi</b>'],
  ['digits', 'Thandi 2'],
  ['a lone surrogate', 'Thandi\ud83d'],
  ['blanks only', '   \n\t '],
  ['nothing', ''],
  ['81 letters', 'a'.repeat(81)],
  ['a megabyte', 'a'.repeat(1_048_576)],
  ['a megabyte of marks', `a${'\u0301'.repeat(1_048_576)}`],
  ['a number', 7],
  ['a list', ['Thandi']],
  ['no field at all', undefined],
])('a name of %s is refused', (_what, typed) => {
  expect(nameAfter(typed)).toBeNull();
});

test('whatever is kept as a name is composed, on one line, short, and made of letters', () => {
  const almostNames = fc.string({ unit: fc.constantFrom(...'aé ñ’-.\t\n', 'e\u0301', 'ß', '\u202e', '1') });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), almostNames), (typed) => {
      const kept = nameAfter(typed);
      if (kept === null) return;
      expect(kept).toBe(kept.normalize('NFC').trim());
      expect(kept.length).toBeLessThanOrEqual(80);
      expect(kept).not.toMatch(/[\p{C}\p{N}\p{So}]|\s\s|[\t\n]/u);
    }),
    { numRuns: 500 },
  );
});

test('keeping a name that was kept already changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'É', 'e\u0301', ' ', '-', '’') }), (typed) => {
      const kept = nameAfter(typed);
      if (kept !== null) expect(nameAfter(kept)).toBe(kept);
    }),
  );
});

test('each bad field is named, and none of the problems repeats what was typed', () => {
  const typed = { name: 'Th4ndi', surname: '😀😀', mobile: '555-MOBILE', subscriptionTypeId: 'gold' };
  const parsed = startRegistrationInput.safeParse(typed);
  const problems = parsed.success ? [] : parsed.error.issues;
  expect(problems.map(({ path }) => path.join('.')).sort()).toEqual(Object.keys(typed).sort());
  for (const value of Object.values(typed)) expect(JSON.stringify(problems)).not.toContain(value);
});

test.each(['', '0', '-1', '1.5', 'NaN', 'Infinity', undefined, null])('%j is no subscription', (typed) => {
  expect(startRegistrationInput.safeParse({ ...VALID, subscriptionTypeId: typed }).success).toBe(false);
});

test.each(['', '   ', '\u200b', undefined])('somebody with one name has no surname: %j', (surname) => {
  const { surname: _, ...rest } = VALID;
  const parsed = startRegistrationInput.parse(surname === undefined ? rest : { ...rest, surname });
  expect(parsed.surname).toBe('');
});

test.each([
  '٠٨٢ ١٢٣ ٤٥٦٧',
  '۰۸۲۱۲۳۴۵۶۷',
  '०८२१२३४५६७',
  '０８２１２３４５６７',
  '\u202a+27 82\u00a0123\u20114567\u202c',
])('a mobile typed as %j is read', (mobile) => {
  expect(startRegistrationInput.parse({ ...VALID, mobile }).mobile).toBe('+27821234567');
});

test.each([
  ['Muhammad', 'Muhammad'],
  ['  Nguyễn  Ái ', 'Nguyễn Ái'],
  ['', null],
  [undefined, null],
])('how to say a name, typed as %j, is kept as %j', (latinName, kept) => {
  expect(startRegistrationInput.parse({ ...VALID, latinName }).latinName).toBe(kept);
});

test.each(['محمد', 'Ольга', 'Moe 2', '😀', '-', 'a'.repeat(81)])(
  '%j does not say how in Latin letters',
  (latinName) => {
    const { error } = startRegistrationInput.safeParse({ ...VALID, latinName });
    expect(error?.issues.map(({ path }) => path)).toEqual([['latinName']]);
  },
);
