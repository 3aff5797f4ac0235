import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auraNames, isInOtherScript, maskMobile, parseMobile } from './model.ts';

// Networks of South Africa: 060–068, 071–074, 076, 078, 079, 081–084.
const NETWORKS = [60, 61, 63, 71, 72, 73, 74, 76, 78, 79, 82, 83, 84];
const subscriber = fc.stringMatching(/^\d{7}$/);
const SEPARATORS = ['', ' ', '-', '.', '  '];

/** One national number in some of the ways in which people write it. */
const spelledMobile = fc
  .tuple(
    fc.constantFrom(...NETWORKS),
    subscriber,
    fc.constantFrom('0', '+27', '+27 ', '0027', '+27 (0)'),
    fc.constantFrom(...SEPARATORS),
    fc.constantFrom(...SEPARATORS),
  )
  .map(([network, digits, prefix, first, second]) => ({
    e164: `+27${network}${digits}`,
    spelling: `${prefix}${network}${first}${digits.slice(0, 3)}${second}${digits.slice(3)}`,
  }));

test('any spelling of a mobile gives the same number', () => {
  fc.assert(
    fc.property(spelledMobile, ({ e164, spelling }) => {
      expect(parseMobile(spelling)).toBe(e164);
    }),
  );
});

test('reading a number that was read already changes nothing', () => {
  fc.assert(
    fc.property(spelledMobile, ({ e164 }) => {
      expect(parseMobile(e164)).toBe(e164);
    }),
  );
});

test('never throws, and returns E.164', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.;ext=tel:'), maxLength: 40 }),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const mobile = parseMobile(text);
      if (mobile !== null) expect(mobile).toMatch(/^\+[1-9]\d{6,14}$/);
    }),
  );
  // Each country's rules are compiled when first met, which takes its time on a busy machine.
});

test.each([
  ['+44 7400 123456', '+447400123456'],
  ['+1 202 555 0143', '+12025550143'],
])('a mobile from abroad is taken: %s', (spelling, e164) => {
  expect(parseMobile(spelling)).toBe(e164);
});

test.each([
  ['a landline', '011 123 4567'],
  ['a toll-free number', '0800 123 456'],
  ['an emergency number', '10111'],
  ['too few digits', '071 123 456'],
  ['the beginning of a mobile, which libphonenumber takes for one', '082 555'],
  ['another', '+27 82 555 01'],
  ['words', 'my mobile'],
  ['nothing', ''],
])('%s cannot receive a code', (_what, text) => {
  expect(parseMobile(text)).toBeNull();
});

test('a masked mobile shows its country and network only, never the safe code', () => {
  expect(maskMobile('+27821234567')).toBe('+27 82 ••• ••••');
  expect(maskMobile('+12025550143')).toBe('+1 20 ••• ••••');
  expect(maskMobile('no number')).toBe('••• ••••');
});

test.each([
  ['as it is written', { name: 'Thandi', surname: 'Nkosi', latinName: null }, 'Thandi', 'Nkosi'],
  ['one name for both', { name: '李', surname: '', latinName: null }, '李', '李'],
  [
    'with how to say it',
    { name: 'محمد', surname: 'علي', latinName: 'Muhammad Ali' },
    'محمد (Muhammad Ali)',
    'علي',
  ],
  ['once, if it is said as written', { name: 'Jo', surname: 'Nkosi', latinName: 'Jo Nkosi' }, 'Jo', 'Nkosi'],
])('AURA has a name %s', (_how, person, name, surname) => {
  expect(auraNames(person)).toEqual({ name, surname });
});

test('in Latin letters AURA has the first word as the name, and the rest or the same word as the surname', () => {
  const written = { name: 'محمد', surname: 'علي' };
  expect(auraNames({ ...written, latinName: 'Muhammad bin Ali' }, true)).toEqual({
    name: 'Muhammad',
    surname: 'bin Ali',
  });
  expect(auraNames({ ...written, latinName: 'Muhammad' }, true)).toEqual({
    name: 'Muhammad',
    surname: 'Muhammad',
  });
  expect(auraNames({ ...written, latinName: null }, true)).toEqual(written);
});

test.each([
  ['Nguyễn', "O'Brien-van der Merwe", false],
  ['Thandi', 'מזרחי', true],
  ['李', '', true],
])('%s %s is in another script: %s', (name, surname, isOther) => {
  expect(isInOtherScript({ name, surname })).toBe(isOther);
});
