import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coveredAt, covers, isDue, REFRESH_AFTER_MS } from '#lib/coverage/model.ts';
import type { CoverageArea, Polygon, Ring } from '#lib/coverage/schema.ts';

const CENTRE = { latitude: -26, longitude: 28 };
const CORNERS = 24;

/** A ring around the centre whose corners are as far out as the radii say: any place can be judged by its own. */
function star(radii: readonly number[], scale = 1): Ring {
  return radii.map((radius, at) => {
    const angle = (2 * Math.PI * at) / radii.length;
    return [
      CENTRE.longitude + radius * scale * Math.cos(angle),
      CENTRE.latitude + radius * scale * Math.sin(angle),
    ];
  });
}

/** A place on the way to a corner: at 1 it is that corner. */
function towards(radii: readonly number[], corner: number, share: number) {
  const angle = (2 * Math.PI * corner) / radii.length;
  const radius = (radii[corner] ?? 0) * share;
  return {
    latitude: CENTRE.latitude + radius * Math.sin(angle),
    longitude: CENTRE.longitude + radius * Math.cos(angle),
  };
}

const radii = fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), {
  minLength: CORNERS,
  maxLength: CORNERS,
});
const corner = fc.nat(CORNERS - 1);
const inside = fc.double({ min: 0, max: 0.99, noNaN: true });
const outside = fc.double({ min: 1.01, max: 20, noNaN: true });

describe('a polygon', () => {
  test('covers what lies between its middle and its corners, and nothing beyond them', () => {
    fc.assert(
      fc.property(radii, corner, inside, outside, (shape, at, near, far) => {
        const polygons: Polygon[] = [[star(shape)]];
        expect(covers(polygons, towards(shape, at, near))).toBe(true);
        expect(covers(polygons, towards(shape, at, far))).toBe(false);
      }),
    );
  });

  test('says the same whichever way round it is drawn, from whichever corner, closed or not', () => {
    fc.assert(
      fc.property(radii, corner, fc.oneof(inside, outside), corner, (shape, at, share, first) => {
        const ring = star(shape);
        const [start] = ring;
        const place = towards(shape, at, share);
        const said = covers([[ring]], place);
        expect(covers([[ring.toReversed()]], place)).toBe(said);
        expect(covers([[[...ring.slice(first), ...ring.slice(0, first)]]], place)).toBe(said);
        expect(covers([[[...ring, ...(start ? [start] : [])]]], place)).toBe(said);
      }),
    );
  });

  test('does not cover its holes, and covers what is around them', () => {
    fc.assert(
      fc.property(radii, corner, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (shape, at, size) => {
        const polygons: Polygon[] = [[star(shape), star(shape, size)]];
        expect(covers(polygons, towards(shape, at, size * 0.98))).toBe(false);
        expect(covers(polygons, towards(shape, at, (1 + size) / 2))).toBe(true);
      }),
    );
  });

  test('in the hole of another covers what it covers', () => {
    fc.assert(
      fc.property(radii, corner, inside, (shape, at, share) => {
        const polygons: Polygon[] = [[star(shape, 3), star(shape, 2)], [star(shape)]];
        expect(covers(polygons, towards(shape, at, share))).toBe(true);
        expect(covers(polygons, towards(shape, at, 1.5))).toBe(false);
      }),
    );
  });
});

describe('whether a position is covered', () => {
  const square = (responseTypeId: number, west: number, asOf: string): CoverageArea => ({
    responseTypeId,
    name: responseTypeId === 1 ? 'Security' : null,
    asOf,
    polygons: [
      [
        [
          [west, -1],
          [west + 2, -1],
          [west + 2, 1],
          [west, 1],
        ],
      ],
    ],
  });
  const security = square(1, 0, '2026-01-02T00:00:00.000Z');
  const medical = square(2, 10, '2026-01-01T00:00:00.000Z');
  const areas = [security, medical];
  const at = (longitude: number) => ({ latitude: 0, longitude });

  test('depends on the requested response type', () => {
    expect(coveredAt(areas, 1, at(1))).toEqual({ isCovered: true, areas: ['Security'], asOf: security.asOf });
    expect(coveredAt(areas, 2, at(1))).toMatchObject({ isCovered: false, areas: ['response type 2'] });
  });

  test('covers all types when none is given, with the age of the oldest', () => {
    expect(coveredAt(areas, null, at(1))).toMatchObject({ isCovered: true });
    expect(coveredAt(areas, null, at(5))).toEqual({
      isCovered: false,
      areas: ['Security', 'response type 2'],
      asOf: medical.asOf,
    });
  });

  test('is not known without a document of that kind', () => {
    expect(coveredAt(areas, 3, at(1))).toBeNull();
    expect(coveredAt([], null, at(1))).toBeNull();
  });
});

test('a document is stale after six hours, or when missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4 * REFRESH_AFTER_MS }), (ageMs) => {
      const at = new Date(1_800_000_000_000);
      expect(isDue(new Date(at.getTime() - ageMs), at)).toBe(ageMs >= REFRESH_AFTER_MS);
      expect(isDue(undefined, at)).toBe(true);
    }),
  );
});
