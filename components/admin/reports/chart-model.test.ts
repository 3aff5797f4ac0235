import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfCounts, endOfTimes, percent, slot, sparse, stack } from './chart-model.ts';

test('a scale of counts holds the largest, at most two and a half times over, and its half is whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (largest) => {
      const end = endOfCounts(largest);
      expect(end).toBeGreaterThanOrEqual(largest);
      expect(end % 2).toBe(0);
      if (largest > 2) expect(end).toBeLessThanOrEqual(largest * 2.5);
    }),
  );
});

test('a scale of times holds the longest', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), (longestMs) => {
      expect(endOfTimes(longestMs)).toBeGreaterThanOrEqual(longestMs);
    }),
  );
  expect([0, 1_000, 1_001, 61_000, 600_000, 90_000_000].map(endOfTimes)).toEqual([
    1_000, 1_000, 2_000, 120_000, 600_000, 172_800_000,
  ]);
});

test('the parts of a column lie one upon the other, and what is nothing has none', () => {
  expect(stack([3, 0, 2])).toEqual([
    { series: 0, from: 0, value: 3 },
    { series: 2, from: 3, value: 2 },
  ]);
  expect(stack([0, 0])).toEqual([]);
});

test('the slots of columns do not overlap and end within the drawing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), (count) => {
      let end = 0;
      for (let index = 0; index < count; index += 1) {
        const { from, width, middle } = slot(index, count);
        expect(Number.parseFloat(from)).toBeGreaterThanOrEqual(end - 0.011);
        expect(Number.parseFloat(middle)).toBeGreaterThan(Number.parseFloat(from));
        end = Number.parseFloat(from) + Number.parseFloat(width);
      }
      expect(end).toBeLessThanOrEqual(100);
    }),
  );
});

test('labels are the first, the middle and the last', () => {
  expect(sparse([])).toEqual([]);
  expect(sparse([1])).toEqual([1]);
  expect(sparse([1, 2])).toEqual([1, 2]);
  expect(sparse([1, 2, 3, 4, 5])).toEqual([1, 3, 5]);
});

test('a share is rendered in percent', () => {
  expect([0, 1 / 3, 1].map(percent)).toEqual(['0%', '33.33%', '100%']);
});
