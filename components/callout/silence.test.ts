import { expect, test } from 'vitest';
import { isSilent } from '#components/callout/silence.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString();

test.each([
  ['an idle callout at the first look', 0, 21, 21, false],
  ['an idle callout while AURA is asked about it', 0, 24, 20, false],
  ['a callout that AURA was silent about before', 0, 26, 26, true],
  ['viewed, with a recent report', 28, 35, 10, false],
  ['viewed, without a recent report', 10, 21, 0, true],
])('%s', (_what, asOf, servedAt, lookedFrom, silent) => {
  expect(isSilent(at(asOf), at(servedAt), at(lookedFrom))).toBe(silent);
});
