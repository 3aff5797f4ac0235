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

/**
 * A ring that crosses the date line and comes back, told without the jump from one end of the map to the other:
 * beyond 180 degrees the map goes on. One that goes round a pole has to jump, and stays as it is.
 */
export function acrossDateLine(ring: readonly number[][]): number[][] {
  let shift = 0;
  const moved = ring.map(([longitude = 0, latitude = 0], index) => {
    const before = ring[index - 1]?.[0] ?? longitude;
    if (longitude - before > 180) shift -= 360;
    if (before - longitude > 180) shift += 360;
    return [longitude + shift, latitude];
  });
  return shift === 0 ? moved : ring.map((point) => [...point]);
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
