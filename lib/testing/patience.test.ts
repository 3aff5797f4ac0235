import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patience, slowness, slownessOf } from './patience.ts';

const samples = fc.array(fc.double({ min: 0.1, max: 10_000, noNaN: true }), { minLength: 1, maxLength: 9 });

test('a faster machine shortens no limit, and a slower one never has less than it needs', () => {
  fc.assert(
    fc.property(samples, fc.double({ min: 1, max: 20, noNaN: true }), (some, times) => {
      const slow = slownessOf(some);
      expect(slow).toBeGreaterThanOrEqual(1);
      expect(slow * 2).toBe(Math.round(slow * 2));
      expect(slownessOf(some.map((ms) => ms * times))).toBeGreaterThanOrEqual(slow);
      expect(slownessOf([...some, 0.1])).toBe(slow);
    }),
  );
});

test('three times the usual time is three times the limit', () => {
  expect(slownessOf([65, 66, 195])).toBe(3);
  expect(slownessOf([20])).toBe(1);
});

test('all processes of a run have the same', () => {
  expect(slowness()).toBe(slowness());
  expect(patience(1_000)).toBe(Math.ceil(1_000 * slowness()));
});
