import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acrossDateLine, boundsOf, circleAround } from '#components/map/shapes-model.ts';
import { distanceM } from '#lib/following/positions/model.ts';

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

test('a ring over the date line is the same places without a jump, wherever it begins', () => {
  const island = fc.record({
    middle: fc.double({ min: 170, max: 190, noNaN: true }),
    corners: fc.array(
      fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true })),
      {
        minLength: 3,
        maxLength: 20,
      },
    ),
  });
  const onMap = (longitude: number) => (longitude > 180 ? longitude - 360 : longitude);
  fc.assert(
    fc.property(island, ({ middle, corners }) => {
      const open = corners.map(([x, y]) => [onMap(middle + x), y]);
      const ring = [...open, open[0] ?? []];
      const unwrapped = acrossDateLine(ring);
      expect(unwrapped.map(([x = 0, y]) => [Math.round(onMap(((x + 540) % 360) - 180) * 1e6), y])).toEqual(
        ring.map(([x = 0, y]) => [Math.round(onMap(((x + 540) % 360) - 180) * 1e6), y]),
      );
      for (const [index, [x = 0]] of unwrapped.entries()) {
        expect(Math.abs(x - (unwrapped[index - 1]?.[0] ?? x))).toBeLessThan(180);
      }
    }),
  );
});

test('a ring round a pole is left as it is', () => {
  const ring = [
    [-180, -80],
    [0, -70],
    [180, -80],
    [-180, -80],
  ];
  expect(acrossDateLine(ring)).toEqual(ring);
});
