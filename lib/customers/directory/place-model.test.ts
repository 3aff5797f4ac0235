import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELLS_A_DEGREE } from '#lib/geo/kept-place.ts';
import { cellsNear, isNear, metresBetween } from './place-model.ts';

const latitude = fc.double({ min: -75, max: 75, noNaN: true });
const longitude = fc.double({ min: -179, max: 179, noNaN: true });
const shift = fc.double({ min: -0.002, max: 0.002, noNaN: true });

test('whatever is near lies in one of the cells', () => {
  fc.assert(
    fc.property(latitude, longitude, shift, shift, (north, east, up, right) => {
      const home = { latitude: north, longitude: east };
      const there = { latitude: north + up, longitude: east + right };
      const { rows, columns } = cellsNear(home);
      expect(rows.length).toBeLessThanOrEqual(2);
      expect(columns.length).toBeLessThanOrEqual(5);
      if (!isNear(home, there)) return;
      expect(rows).toContain(Math.floor(there.latitude * CELLS_A_DEGREE));
      expect(columns).toContain(Math.floor(there.longitude * CELLS_A_DEGREE));
    }),
  );
});

test('distances are those of the ground', () => {
  const home = { latitude: -26.1, longitude: 28.05 };
  expect(metresBetween(home, { ...home, latitude: -26.101 })).toBeCloseTo(111.2, 0);
  expect(metresBetween(home, { ...home, longitude: 28.051 })).toBeCloseTo(99.9, 0);
  expect(isNear(home, { ...home, latitude: -26.1008 })).toBe(true);
  expect(isNear(home, { ...home, latitude: -26.101 })).toBe(false);
});
