import type { Place } from '#components/map/pin-model.ts';

// What is drawn on a map of callouts. Degrees, longitude first, as maps of the web have it. Pure.

type Point = [longitude: number, latitude: number];

const METRES_PER_DEGREE = 111_195;
const CORNERS = 64;

/** A circle over the ground as a closed ring: how far off a position may be. */
export function circleAround({ latitude, longitude }: Place, radiusM: number): Point[] {
  const north = radiusM / METRES_PER_DEGREE;
  // Near a pole a degree of longitude is nothing, and the circle is all round it.
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / CORNERS;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

export type Bounds = [southWest: Point, northEast: Point];

/** The box around places; null around none. */
export function boundsOf(places: readonly Place[]): Bounds | null {
  if (places.length === 0) return null;
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}
