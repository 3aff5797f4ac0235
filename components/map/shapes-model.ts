import type { Place } from '#components/map/pin-model.ts';

// GeoJSON geometry: longitude first.

type Point = [longitude: number, latitude: number];

const METRES_PER_DEGREE = 111_195;
const CORNERS = 64;

/** Accuracy circle as a closed ring. */
export function circleAround({ latitude, longitude }: Place, radiusM: number): Point[] {
  const north = radiusM / METRES_PER_DEGREE;
  // Longitude degrees shrink to zero at the poles.
  const east = north / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS }, (_, at): Point => {
    const angle = (2 * Math.PI * at) / CORNERS;
    return [longitude + east * Math.cos(angle), latitude + north * Math.sin(angle)];
  });
  const [first] = ring;
  return first ? [...ring, first] : ring;
}

/**
 * Unwraps a ring that crosses the date line: longitudes continue beyond 180. A ring around a pole must jump
 * and stays as it is.
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

/** Bounding box; null without places. */
export function boundsOf(places: readonly Place[]): Bounds | null {
  if (places.length === 0) return null;
  const latitudes = places.map(({ latitude }) => latitude);
  const longitudes = places.map(({ longitude }) => longitude);
  return [
    [Math.min(...longitudes), Math.min(...latitudes)],
    [Math.max(...longitudes), Math.max(...latitudes)],
  ];
}
