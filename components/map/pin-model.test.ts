import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  degreesText,
  distanceText,
  movedByKey,
  onMap,
  type Place,
  stepM,
} from '#components/map/pin-model.ts';
import { saveAddressInput } from '#lib/customers/registration/schema.ts';
import { distanceM } from '#lib/following/positions/model.ts';

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
});
const zoom = fc.double({ min: 3, max: 20, noNaN: true });
const arrow = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight');

const moved = (from: Place, key: string, atZoom: number, isLong = false): Place => {
  const to = movedByKey(from, key, atZoom, isLong);
  if (!to) throw new Error(`${key} did not move the pin`);
  return to;
};

test('arrow keys move the pin their way, and no other key moves it', () => {
  fc.assert(
    fc.property(place, zoom, (from, at) => {
      expect(moved(from, 'ArrowUp', at).latitude).toBeGreaterThan(from.latitude);
      expect(moved(from, 'ArrowDown', at).latitude).toBeLessThan(from.latitude);
      expect(movedByKey(from, 'Enter', at, false)).toBeNull();
      const [east, west] = [moved(from, 'ArrowRight', at), moved(from, 'ArrowLeft', at)];
      expect(east.latitude).toBeCloseTo(from.latitude, 9);
      // A step across the date line comes out on its other side.
      expect((east.longitude - from.longitude + 360) % 360).toBeLessThan(180);
      expect((from.longitude - west.longitude + 360) % 360).toBeLessThan(180);
    }),
  );
});

test('the step over the ground is the one that is said, halves with each zoom, and is longer with Shift', () => {
  fc.assert(
    fc.property(place, zoom, arrow, (from, at, key) => {
      const said = stepM(from.latitude, at);
      expect(stepM(from.latitude, at + 1)).toBeCloseTo(said / 2, 6);
      // At the widest zooms the ground curves away under a step.
      if (at >= 6) expect(Math.abs(distanceM(from, moved(from, key, at)) / said - 1)).toBeLessThan(0.01);
      expect(distanceM(from, moved(from, key, at, true))).toBeGreaterThan(said * 4);
    }),
  );
});

test('what the pin writes into the fields is always taken, wherever it was put', () => {
  const anywhere = fc.record({
    latitude: fc.double({ min: -1_000, max: 1_000, noNaN: true }),
    longitude: fc.double({ min: -1_000, max: 1_000, noNaN: true }),
  });
  fc.assert(
    fc.property(anywhere, (put) => {
      const { latitude, longitude } = onMap(put);
      const typed = { latitude: degreesText(latitude), longitude: degreesText(longitude) };
      const read = saveAddressInput.parse({ address: 'a', ...typed });
      expect(Math.abs(read.latitude - latitude)).toBeLessThanOrEqual(0.000_000_6);
      expect(Math.abs(read.longitude - longitude)).toBeLessThanOrEqual(0.000_000_6);
    }),
  );
});

test.each([
  [0.3, '1 m'],
  [9.6, '10 m'],
  [287, '300 m'],
  [996, '1 km'],
  [9_700, '10 km'],
])('%d m is said as %s', (metres, text) => {
  expect(distanceText(metres)).toBe(text);
});
