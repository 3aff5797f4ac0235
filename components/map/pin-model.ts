// Pin geometry in degrees, on Web Mercator (512 px wide at zoom 0).

export type Place = { latitude: number; longitude: number };

/** Step of an arrow key, in map pixels. */
const STEP_PX = 8;
/** With Shift. */
const LONG_STEP_PX = 64;
/** Limit of the projection. */
const NORTHMOST = 85.05;
const METRES_PER_DEGREE = 111_195;

const DIRECTIONS: Readonly<Record<string, { east: number; north: number }>> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
};

/** Clamps to the projection's range. */
export function onMap({ latitude, longitude }: Place): Place {
  return {
    latitude: Math.min(NORTHMOST, Math.max(-NORTHMOST, latitude)),
    longitude: ((((longitude + 180) % 360) + 360) % 360) - 180,
  };
}

/** The pin's place after an arrow key; null for other keys. The step is constant in pixels. */
export function movedByKey(place: Place, key: string, zoom: number, isLong: boolean): Place | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const degrees = (isLong ? LONG_STEP_PX : STEP_PX) * degreesPerPixel(zoom);
  return onMap({
    latitude: place.latitude + direction.north * degrees * narrowing(place.latitude),
    longitude: place.longitude + direction.east * degrees,
  });
}

/** Step of an arrow key on the ground, in metres. */
export function stepM(latitude: number, zoom: number): number {
  return STEP_PX * degreesPerPixel(zoom) * narrowing(latitude) * METRES_PER_DEGREE;
}

/** Six decimals are about ten centimetres. */
export function degreesText(degrees: number): string {
  const text = degrees.toFixed(6);
  return text === '-0.000000' ? '0.000000' : text;
}

/** Rounds to a speakable distance such as `300 m` or `10 km`. */
export function distanceText(metres: number): string {
  const digits = 10 ** Math.floor(Math.log10(Math.max(1, metres)));
  const round = Math.max(1, Math.round(metres / digits) * digits);
  return round >= 1_000 ? `${round / 1_000} km` : `${round} m`;
}

function degreesPerPixel(zoom: number): number {
  return 360 / (512 * 2 ** zoom);
}

/** Mercator scale: a pixel is fewer metres towards the poles. */
function narrowing(latitude: number): number {
  return Math.cos((onMap({ latitude, longitude: 0 }).latitude * Math.PI) / 180);
}
