import { expect, it } from 'vitest';
import { HOLD_MS } from '#components/panic/hold-machine.ts';
import { HOW_LONG_TO_PRESS, holdLength, noteOn } from '#components/panic/hold-words.ts';

it.each([
  [1_000, 'one second'],
  [1_500, 'one and a half seconds'],
  [2_000, 'two seconds'],
  [1_250, '1.25 seconds'],
  [500, '0.5 seconds'],
])('says %i ms as %s', (ms, words) => {
  expect(holdLength(ms)).toBe(words);
});

it('says the length that the machine asks for', () => {
  expect(HOW_LONG_TO_PRESS).toContain(holdLength(HOLD_MS));
  expect(noteOn({ name: 'holding', since: 0 }, { name: 'idle' })).toContain(holdLength(HOLD_MS));
});
