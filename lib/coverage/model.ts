import type { CoverageArea, Covered, Polygon, Ring } from '#lib/coverage/schema.ts';

// Points and polygons on the plain of degrees. Coverage is a matter of towns and countries: neither the curve of
// the ground nor the date line comes into it. Pure.

type Place = { latitude: number; longitude: number };

/** AURA asks integrators to keep the document and to refresh it; how often it changes is not known. */
export const REFRESH_AFTER_MS = 6 * 3_600_000;

/** Whether a document of that age is to be asked for again; one that was never told always is. */
export function isDue(fetchedAt: Date | undefined, at: Date): boolean {
  return fetchedAt === undefined || at.getTime() - fetchedAt.getTime() >= REFRESH_AFTER_MS;
}

/** What a document is called on screen. */
export function areaName({ name, responseTypeId }: Pick<CoverageArea, 'name' | 'responseTypeId'>): string {
  return name ?? `response type ${responseTypeId}`;
}

/** Whether a place lies in one of the polygons and in none of that one's holes. */
export function covers(polygons: readonly Polygon[], place: Place): boolean {
  return polygons.some(
    ([outer, ...holes]) =>
      outer !== undefined && isInside(outer, place) && !holes.some((hole) => isInside(hole, place)),
  );
}

/**
 * Whether AURA responds at a place. By the document of the kind of help that was asked for; when that is not
 * known, a place counts as covered where any kind is. Null when AURA has told nothing that answers it.
 */
export function coveredAt(
  areas: readonly CoverageArea[],
  responseTypeId: number | null,
  place: Place,
): Covered | null {
  const asked = areas.filter((area) => responseTypeId === null || area.responseTypeId === responseTypeId);
  const [oldest] = asked.map(({ asOf }) => asOf).toSorted();
  if (oldest === undefined) return null;
  return {
    isCovered: asked.some(({ polygons }) => covers(polygons, place)),
    areas: asked.map(areaName),
    asOf: oldest,
  };
}

/** A ray to the east crosses the ring an odd number of times from inside. */
function isInside(ring: Ring, { latitude, longitude }: Place): boolean {
  let isIn = false;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before && crosses(before, point, latitude, longitude)) isIn = !isIn;
    before = point;
  }
  return isIn;
}

function crosses([x1, y1]: Ring[number], [x2, y2]: Ring[number], y: number, x: number): boolean {
  // Half open, so that a ray through a corner counts once.
  if (y1 > y === y2 > y) return false;
  return x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}
