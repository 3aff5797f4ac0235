import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMobile } from '#lib/customers/registration/model.ts';
import { returnStatuses } from '#lib/vocabulary.ts';
import { signedUpOf, stateOf } from './model.ts';

const instant = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const facts = fc.record({
  returnStatus: fc.option(fc.constantFrom(...returnStatuses)),
  returnedAt: fc.option(instant),
  customerId: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  confirmedAt: fc.option(instant),
});

test('a redirect alone, which anybody can forge, registers nobody', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const state = stateOf(known);
      expect(state === 'registered').toBe(known.confirmedAt !== null);
      expect(state === 'held').toBe(known.confirmedAt === null && known.customerId !== null);
    }),
  );
});

test('the answer from AURA wins over the status of the redirect', () => {
  fc.assert(
    fc.property(facts, facts, (known, later) => {
      if (known.customerId === null && known.confirmedAt === null) return;
      const { returnStatus, returnedAt } = later;
      expect(stateOf({ ...known, returnStatus, returnedAt })).toBe(stateOf(known));
    }),
  );
});

test.each([
  [null, null, 'open'],
  [null, new Date(), 'returned'],
  ['completed', new Date(), 'returned'],
  ['failed', new Date(), 'failed'],
  ['cancelled', new Date(), 'cancelled'],
] as const)('while AURA has nobody, a return of %s is what is said', (returnStatus, returnedAt, state) => {
  expect(stateOf({ returnStatus, returnedAt, customerId: null, confirmedAt: null })).toBe(state);
});

const anyText = fc.option(fc.string({ unit: 'binary', maxLength: 400 }));
const mobile = fc.integer({ min: 0, max: 9_999_999 }).map((n) => `+2782${String(n).padStart(7, '0')}`);

test('a customer of AURA’s is somebody only with a name and a mobile that a code can be sent to', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.oneof(anyText, mobile), (name, surname, number) => {
      const somebody = signedUpOf({ name, surname, mobile: number });
      if (!somebody) return;
      expect(somebody.mobile).toBe(parseMobile(number ?? ''));
      expect(somebody.name).not.toBe('');
    }),
  );
});

test('names can be shown and kept: no control signs, no broken pairs, one space at a time, of bounded length', () => {
  fc.assert(
    fc.property(anyText, anyText, mobile, (name, surname, number) => {
      const somebody = signedUpOf({ name, surname, mobile: number });
      for (const text of somebody ? [somebody.name, somebody.surname] : []) {
        expect(text).toBe(text.toWellFormed());
        expect(text).not.toMatch(/[\p{Cc}\p{Cf}]|\s\s/u);
        expect(text.length).toBeLessThanOrEqual(200);
      }
    }),
    { numRuns: 500 },
  );
});

test('a surname may be missing', () => {
  const thandi = { name: ' Thandi ', surname: null, mobile: '082 123 4567' };
  expect(signedUpOf(thandi)).toEqual({ name: 'Thandi', surname: '', mobile: '+27821234567' });
});

test('a name that is too long is not cut through a sign', () => {
  const long = { name: `${'x'.repeat(199)}😀`, surname: '', mobile: '+27821234567' };
  const name = signedUpOf(long)?.name ?? '';
  expect(name.isWellFormed()).toBe(true);
  expect(name).toHaveLength(200);
});
