import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeField, operatorSignInInput } from '#lib/identity/schema.ts';
import { typedCode } from '#lib/platform/typed-text.ts';

const sixDigits = fc.stringMatching(/^\d{6}$/);

test('a code is read however a phone groups it', () => {
  const filler = fc.constantFrom('', ' ', '-', '  ', ' - ');
  fc.assert(
    fc.property(sixDigits, fc.array(filler, { minLength: 7, maxLength: 7 }), (digits, fillers) => {
      const typed = `${[...digits].map((digit, at) => `${fillers[at]}${digit}`).join('')}${fillers[6]}`;
      fc.pre(typed.length <= 40);
      expect(codeField.parse(typed)).toBe(digits);
    }),
  );
});

test.each(['١٢٣٤٥٦', '۱۲۳۴۵۶', '१२३४५६', '１２３４５６', '\u200e123\u00a0456\u200f', '123\u2013456'])(
  'a code is read from a keyboard of any script: %j',
  (typed) => expect(codeField.parse(typed)).toBe('123456'),
);

test('nothing but six digits is a code', () => {
  const noCode = fc.string().filter((text) => !/^\d{6}$/.test(typedCode(text)));
  fc.assert(
    fc.property(noCode, (text) => {
      expect(codeField.safeParse(text).success).toBe(false);
    }),
  );
});

test.each([
  ['fractions', '½⅓¼⅕⅙⅐'],
  ['a million digits', '1'.repeat(1_000_000)],
  ['a number', 123_456],
  ['nothing', undefined],
  ['a list', ['123456']],
])('%s is no code', (_what, typed) => {
  expect(codeField.safeParse(typed).success).toBe(false);
});

test('an operator’s e-mail address is trimmed, the password is taken as it is', () => {
  expect(operatorSignInInput.parse({ email: '  a@b.example ', password: '  spaced  ' })).toMatchObject({
    email: 'a@b.example',
    password: '  spaced  ',
  });
});

test.each([
  ['no address', { email: 'nobody', password: 'x' }],
  ['an endless address', { email: `${'a'.repeat(1_000_000)}@b.example`, password: 'x' }],
  ['no password', { email: 'a@b.example', password: '' }],
  ['an endless password', { email: 'a@b.example', password: 'x'.repeat(1_000_000) }],
])('%s is refused before anything is hashed', (_what, typed) => {
  expect(operatorSignInInput.safeParse(typed).success).toBe(false);
});
