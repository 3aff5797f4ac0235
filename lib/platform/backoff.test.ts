import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

test('retries wait 1, 2, 4 … at most 30 s, and never less than half of that', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map((attempts) => backoffMs(attempts, 0))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  const length = fc.integer({ min: 1, max: 3_600_000 });
  fc.assert(
    fc.property(
      fc.nat(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      length,
      length,
      (attempts, random, firstMs, moreMs) => {
        const backoff = { firstMs, longestMs: firstMs + moreMs };
        const full = backoffMs(attempts, 0, backoff);
        expect(full).toBeGreaterThanOrEqual(firstMs);
        expect(full).toBeLessThanOrEqual(firstMs + moreMs);
        expect(backoffMs(attempts + 1, 0, backoff)).toBeGreaterThanOrEqual(full);
        expect(backoffMs(attempts, random, backoff)).toBeGreaterThanOrEqual(Math.floor(full / 2));
        expect(backoffMs(attempts, random, backoff)).toBeLessThanOrEqual(full);
      },
    ),
  );
});
