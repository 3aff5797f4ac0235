import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLook, LOOKS_A_MINUTE, type Looks } from './model.ts';

test('in no minute is a link looked at more often than its bound, and it opens again after one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 600 }), (pauses) => {
      let looks: Looks | undefined;
      let atMs = 0;
      const taken = new Map<number, number>();
      for (const pause of pauses) {
        atMs += pause;
        const counted = countLook(looks, atMs);
        looks = counted.looks;
        if (!counted.isTooMany) taken.set(looks.sinceMs, (taken.get(looks.sinceMs) ?? 0) + 1);
      }
      for (const count of taken.values()) expect(count).toBeLessThanOrEqual(LOOKS_A_MINUTE);
      expect(countLook(looks, atMs + 60_000).isTooMany).toBe(false);
    }),
  );
});
