import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinInput } from '#lib/operators/schema.ts';
import { labelField } from '#lib/operators/second-factor/schema.ts';

const rest = { token: 'a'.repeat(43), password: 'a password of some length', userAgent: 'a browser' };
const nameOf = (name: unknown) => joinInput.safeParse({ ...rest, name });

// Marks, embeddings, overrides and isolates.
const TURNING = [...'\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069'];

test('no name of an operator or a passkey turns the order of letters round', () => {
  const letters = fc.constantFrom(...'abcé ש', ...TURNING);
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 50 }), (text) => {
      for (const parsed of [nameOf(text), labelField.safeParse(text)]) {
        const shown = JSON.stringify(parsed.data ?? null);
        expect(TURNING.filter((mark) => shown.includes(mark))).toEqual([]);
      }
    }),
  );
  expect(nameOf('nimda\u202E').data?.name).toBe('nimda');
  expect(labelField.parse(' \u202EThandi’s\u2069 phone ')).toBe('Thandi’s phone');
});

test('a name of nothing but such marks is none', () => {
  expect(nameOf(TURNING.join('')).success).toBe(false);
  expect(labelField.safeParse(`${TURNING.join(' ')} `).success).toBe(false);
});

test('control characters are refused', () => {
  expect(nameOf('Thandi\u0000').success).toBe(false);
  expect(labelField.safeParse('key\u001b[31m').success).toBe(false);
});
