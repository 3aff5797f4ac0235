import type { CoverageArea, Covered, Polygon, ResponseType, Ring } from '#lib/coverage/schema.ts';

// Planar geometry in degrees: at the scale of towns and countries the earth's curve and the date line do not
// matter.

type Place = { latitude: number; longitude: number };

/** AURA asks integrators to cache the document and refresh it; its rate of change is unknown. */
export const REFRESH_AFTER_MS = 6 * 3_600_000;

/** Whether the cached document is stale; always for one never fetched. */
export function isDue(fetchedAt: Date | undefined, at: Date): boolean {
  return fetchedAt === undefined || at.getTime() - fetchedAt.getTime() >= REFRESH_AFTER_MS;
}

type Named = Pick<ResponseType, 'value' | 'description'>;

/** AURA's own name of a kind of help: its description, else its value as words. */
export function helpWords({ value, description }: Named): string {
  const text = description?.trim();
  if (text) return text;
  const words = value.replaceAll('_', ' ').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a kind of help is about, by its words: AURA's list of kinds is not known whole. */
export function helpSubject({ value, description }: Named): 'medical' | 'fire' | 'security' | 'other' {
  const text = `${value} ${description ?? ''}`;
  if (/medic|ambulance|health/i.test(text)) return 'medical';
  if (/fire/i.test(text)) return 'fire';
  return /secur|armed|guard|police/i.test(text) ? 'security' : 'other';
}

/** The name of a kind of help; null for none, or for one that AURA does not list. */
export function helpNamed(types: readonly ResponseType[], responseTypeId: number | null): string | null {
  const known = types.find(({ id }) => id === responseTypeId);
  return known ? helpWords(known) : null;
}

export function areaName({ name, responseTypeId }: Pick<CoverageArea, 'name' | 'responseTypeId'>): string {
  return name ?? `response type ${responseTypeId}`;
}

/** Inside one of the polygons and outside that one's holes. */
export function covers(polygons: readonly Polygon[], place: Place): boolean {
  return polygons.some(
    ([outer, ...holes]) =>
      outer !== undefined && isInside(outer, place) && !holes.some((hole) => isInside(hole, place)),
  );
}

/**
 * Whether AURA responds at a place, by the requested response type's document; without it, by any. Null when
 * no document answers it.
 */
export function coveredAt(
  areas: readonly CoverageArea[],
  responseTypeId: number | null,
  place: Place,
): Covered | null {
  const matching = areas.filter((area) => responseTypeId === null || area.responseTypeId === responseTypeId);
  const [oldest] = matching.map(({ asOf }) => asOf).toSorted();
  if (oldest === undefined) return null;
  return {
    isCovered: matching.some(({ polygons }) => covers(polygons, place)),
    areas: matching.map(areaName),
    asOf: oldest,
  };
}

/** Ray casting: an odd number of crossings is inside. */
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
  // Half-open, so that a ray through a corner counts once.
  if (y1 > y === y2 > y) return false;
  return x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
}
