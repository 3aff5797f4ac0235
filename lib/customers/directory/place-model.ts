import { CELLS_A_DEGREE } from '#lib/geo/kept-place.ts';

// What happened at an address: found by cells of a grid that the database has an index on, then by distance. Pure.

/** A fix may be that far off, and a yard is large. */
const NEAR_METRES = 100;
const METRES_A_DEGREE = 111_195;

export type Place = { latitude: number; longitude: number };

/** The grid's rows and columns that a circle of {@link NEAR_METRES} touches. */
export function cellsNear({ latitude, longitude }: Place): { rows: number[]; columns: number[] } {
  const degrees = NEAR_METRES / METRES_A_DEGREE;
  return { rows: cells(latitude, degrees), columns: cells(longitude, degrees / narrowing(latitude)) };
}

/** Metres between two places that are near each other. */
export function metresBetween(one: Place, other: Place): number {
  const north = one.latitude - other.latitude;
  const east = (one.longitude - other.longitude) * narrowing(one.latitude);
  return Math.hypot(north, east) * METRES_A_DEGREE;
}

export function isNear(one: Place, other: Place): boolean {
  return metresBetween(one, other) <= NEAR_METRES;
}

/** How much shorter a degree of longitude is; bounded, as nobody lives at a pole. */
function narrowing(latitude: number): number {
  return Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
}

function cells(at: number, around: number): number[] {
  const first = Math.floor((at - around) * CELLS_A_DEGREE);
  const last = Math.floor((at + around) * CELLS_A_DEGREE);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
