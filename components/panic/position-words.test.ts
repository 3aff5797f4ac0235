import { expect, it } from 'vitest';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { positionWords } from '#components/panic/position-words.ts';

const FIX: SoughtFix = {
  latitude: 0,
  longitude: 0,
  accuracy: 20,
  fixedAt: '2026-11-23T10:00:00.000Z',
  source: 'live',
};

it('says nothing about a good position', () => {
  expect(positionWords(FIX)).toBeUndefined();
  expect(positionWords({ ...FIX, accuracy: 1_000 })).toBeUndefined();
});

it('says how coarse it is from one kilometre on', () => {
  expect(positionWords({ ...FIX, accuracy: 3_200 })).toContain('about 3 km');
});

it('has different words for old, denied, late and missing positions', () => {
  const words = [
    positionWords({ ...FIX, source: 'last_known' }),
    positionWords({ problem: 'denied' }),
    positionWords({ problem: 'timeout' }),
    positionWords({ problem: 'unavailable' }),
  ];
  expect(new Set(words).size).toBe(4);
  for (const text of words) expect(text).toContain('say where you are');
});
