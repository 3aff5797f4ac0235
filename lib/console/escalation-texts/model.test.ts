import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readStatus } from './model.ts';

test.each([
  ['delivered', 'delivered'],
  [' DELIVRD ', 'delivered'],
  ['Undelivered', 'failed'],
  ['rejected', 'failed'],
  ['sent', 'under_way'],
  ['', 'under_way'],
])('%j is %s', (status, reported) => {
  expect(readStatus(status)).toBe(reported);
});

test('no other word counts as delivered', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      if (!/^\s*(delivered|delivrd|read)\s*$/i.test(word)) expect(readStatus(word)).not.toBe('delivered');
    }),
  );
});
