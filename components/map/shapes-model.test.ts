import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, circleAround } from '#components/map/shapes-model.ts';
import { distanceM } from '#lib/positions/model.ts';

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
});

test('a circle is closed, and as far from its middle over the ground as is said', () => {
  fc.assert(
    fc.property(place, fc.double({ min: 1, max: 5_000, noNaN: true }), (middle, radiusM) => {
      const ring = circleAround(middle, radiusM);
      expect(ring.at(-1)).toEqual(ring[0]);
      for (const [longitude, latitude] of ring) {
        expect(Math.abs(distanceM(middle, { latitude, longitude }) / radiusM - 1)).toBeLessThan(0.02);
      }
    }),
  );
});

test('the box holds every place and touches one on each side', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1 }), (places) => {
      const [[west, south], [east, north]] = boundsOf(places) ?? [
        [0, 0],
        [0, 0],
      ];
      for (const { latitude, longitude } of places) {
        expect(latitude >= south && latitude <= north && longitude >= west && longitude <= east).toBe(true);
      }
      const sides = [west, south, east, north];
      const seen = places.flatMap(({ latitude, longitude }) => [latitude, longitude]);
      expect(sides.every((side) => seen.includes(side))).toBe(true);
    }),
  );
  expect(boundsOf([])).toBeNull();
});
