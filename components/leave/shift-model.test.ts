import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countShift,
  type KeyMove,
  NO_SHIFTS,
  SHIFT_PAUSE_MS,
  SHIFTS_TO_LEAVE,
} from '#components/leave/shift-model.ts';

const counted = (moves: readonly KeyMove[]) => moves.reduce(countShift, NO_SHIFTS).count;
const total = (lengths: readonly number[]) => lengths.reduce((all, each) => all + each, 0);
const tap = (key: string, at: number): KeyMove[] => [
  { isDown: true, key, at },
  { isDown: false, key, at: at + 50 },
];

test('three taps on Shift leave, with pauses of up to five seconds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 100, max: SHIFT_PAUSE_MS }), { maxLength: 2 }), (pauses) => {
      const starts = [0, ...pauses.map((_pause, index) => total(pauses.slice(0, index + 1)))];
      expect(counted(starts.flatMap((at) => tap('Shift', at)))).toBe(starts.length);
    }),
  );
  expect(SHIFTS_TO_LEAVE).toBe(3);
});

test('typing never leaves, whatever capital letters are in it', () => {
  const letter = fc.constantFrom('a', 'Z', 'é', 'Tab', 'Enter', '5');
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), (letters) => {
      const moves = letters.flatMap((key, index): KeyMove[] => [
        { isDown: true, key: 'Shift', at: index * 100 },
        ...tap(key, index * 100 + 20),
        { isDown: false, key: 'Shift', at: index * 100 + 80 },
      ]);
      expect(counted(moves)).toBe(0);
    }),
  );
});

test('a pause or another key begins anew', () => {
  expect(counted([...tap('Shift', 0), ...tap('Shift', SHIFT_PAUSE_MS + 100)])).toBe(1);
  expect(counted([...tap('Shift', 0), ...tap('Shift', 200), ...tap('a', 400), ...tap('Shift', 600)])).toBe(1);
});

test('a Shift that is held down repeats without counting', () => {
  const down = { isDown: true, key: 'Shift', at: 0 };
  expect(counted([down, down, down, down])).toBe(0);
});
