import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNOPENED } from '#lib/platform/unopened.ts';
import { stages } from '#lib/vocabulary.ts';
import { newestPlace, stageTimes } from './facts-model.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 10) + seconds * 1_000).toISOString();

test('each stage counts from the one before, and what is no stage does not count', () => {
  const source = 'poll' as const;
  const timeline = [
    { at: at(0), stage: 'raised' as const, event: null, source },
    { at: at(5), stage: null, event: 'something', source },
    { at: at(40), stage: 'owned' as const, event: null, source },
    { at: at(200), stage: 'closed' as const, event: null, source },
  ];
  expect(stageTimes({ timeline })).toEqual([
    { stage: 'raised', at: at(0), tookMs: null },
    { stage: 'owned', at: at(40), tookMs: 40_000 },
    { stage: 'closed', at: at(200), tookMs: 160_000 },
  ]);
});

test('the times of the stages add up to the whole, and none is negative', () => {
  const facts = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.constantFrom(...stages)), { minLength: 1 })
    .map((all) => all.sort((a, b) => a[0] - b[0]));
  fc.assert(
    fc.property(facts, (all) => {
      const timeline = all.map(([seconds, stage]) => ({
        at: at(seconds),
        stage,
        event: null,
        source: 'poll' as const,
      }));
      const times = stageTimes({ timeline });
      const whole = ((all.at(-1)?.[0] ?? 0) - (all[0]?.[0] ?? 0)) * 1_000;
      expect(times.reduce((sum, { tookMs }) => sum + (tookMs ?? 0), 0)).toBe(whole);
    }),
  );
});

test('a place is the device’s where it has one, else that of the press, and none of what cannot be opened', () => {
  const measuredAt = new Date(at(0));
  const located = fc.record({
    place: fc.option(
      fc.oneof(
        fc.constant(UNOPENED),
        fc.record({
          latitude: fc.double({ min: -90, max: 90, noNaN: true }),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }),
          accuracyM: fc.option(fc.integer({ min: 1, max: 5_000 })),
        }),
      ),
    ),
    measuredAt: fc.option(fc.constant(measuredAt)),
  });
  fc.assert(
    fc.property(fc.option(located), located, (device, press) => {
      const place = newestPlace(device, press);
      const known = (one: typeof device) => (typeof one?.place === 'object' ? one.place : null);
      expect(place?.from ?? null).toBe(known(device) ? 'device' : known(press) ? 'press' : null);
      const chosen = known(device) ?? known(press);
      if (place) expect([place.latitude, place.longitude]).toEqual([chosen?.latitude, chosen?.longitude]);
    }),
  );
});
