import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countView, MAX_VIEWS_PER_MINUTE, type Views } from './model.ts';

test('in no minute is a link looked at more often than its bound, and it opens again after one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 800 }), { maxLength: 600 }), (pauses) => {
      let views: Views | undefined;
      let atMs = 0;
      const taken = new Map<number, number>();
      for (const pause of pauses) {
        atMs += pause;
        const counted = countView(views, atMs);
        views = counted.views;
        if (!counted.isTooMany) taken.set(views.sinceMs, (taken.get(views.sinceMs) ?? 0) + 1);
      }
      for (const count of taken.values()) expect(count).toBeLessThanOrEqual(MAX_VIEWS_PER_MINUTE);
      expect(countView(views, atMs + 60_000).isTooMany).toBe(false);
    }),
  );
});
