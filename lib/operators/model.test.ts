import fc from 'fast-check';
import { expect, test } from 'vitest';
import { losesAdmin } from '#lib/operators/model.ts';
import { secondFactorCodeField } from '#lib/operators/schema.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

const state = fc.record({ role: fc.constantFrom(...operatorRoles), isSwitchedOff: fc.boolean() });
const isAdmin = ({ role, isSwitchedOff }: { role: string; isSwitchedOff: boolean }) =>
  role === 'admin' && !isSwitchedOff;

test('a change costs an admin exactly when there was one before and is none after', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(losesAdmin(before, after)).toBe(isAdmin(before) && !isAdmin(after));
    }),
  );
});

test('a typed code is of the app when it is six digits, however they are spaced, else a recovery code', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.constantFrom('', ' ', '-'), (number, gap) => {
      const code = String(number).padStart(6, '0');
      const typed = ` ${code.slice(0, 3)}${gap}${code.slice(3)} `;
      expect(secondFactorCodeField.parse(typed)).toEqual({ kind: 'app', code });
    }),
  );
  expect(secondFactorCodeField.parse('aB3dE-6gH8i')).toEqual({ kind: 'recovery', code: 'aB3dE-6gH8i' });
  for (const rubbish of ['', '12345', '1234567', 'aB3dE6gH8i', undefined, 7]) {
    expect(secondFactorCodeField.safeParse(rubbish).success).toBe(false);
  }
});
