// Where a pin goes. Degrees throughout; a map of the web is 512 px wide at zoom 0 and doubles with each zoom.

export type Place = { latitude: number; longitude: number };

/** Map pixels that one press of an arrow key is worth. */
const STEP_PX = 8;
/** With Shift. */
const LONG_STEP_PX = 64;
/** Where the projection of web maps ends. */
const NORTHMOST = 85.05;
const METRES_PER_DEGREE = 111_195;

const DIRECTIONS: Readonly<Record<string, { east: number; north: number }>> = {
  ArrowUp: { east: 0, north: 1 },
  ArrowDown: { east: 0, north: -1 },
  ArrowLeft: { east: -1, north: 0 },
  ArrowRight: { east: 1, north: 0 },
};

/** A place that the map can show: longitude within ±180, latitude within the projection. */
export function onMap({ latitude, longitude }: Place): Place {
  return {
    latitude: Math.min(NORTHMOST, Math.max(-NORTHMOST, latitude)),
    longitude: ((((longitude + 180) % 360) + 360) % 360) - 180,
  };
}

/** Where an arrow key takes the pin; null for every other key. The step looks as long at every zoom. */
export function movedByKey(place: Place, key: string, zoom: number, isLong: boolean): Place | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const degrees = (isLong ? LONG_STEP_PX : STEP_PX) * degreesPerPixel(zoom);
  return onMap({
    latitude: place.latitude + direction.north * degrees * narrowing(place.latitude),
    longitude: place.longitude + direction.east * degrees,
  });
}

/** How far one press of an arrow key moves the pin over the ground, in metres. */
export function stepM(latitude: number, zoom: number): number {
  return STEP_PX * degreesPerPixel(zoom) * narrowing(latitude) * METRES_PER_DEGREE;
}

/** Six decimals are ten centimetres; more would claim what nobody can point at. */
export function degreesText(degrees: number): string {
  const text = degrees.toFixed(6);
  return text === '-0.000000' ? '0.000000' : text;
}

/** A distance to the nearest step that a person would say, such as `300 m` or `10 km`. */
export function distanceText(metres: number): string {
  const digits = 10 ** Math.floor(Math.log10(Math.max(1, metres)));
  const round = Math.max(1, Math.round(metres / digits) * digits);
  return round >= 1_000 ? `${round / 1_000} km` : `${round} m`;
}

function degreesPerPixel(zoom: number): number {
  return 360 / (512 * 2 ** zoom);
}

/** Web maps stretch towards the poles: a pixel there is fewer metres. */
function narrowing(latitude: number): number {
  return Math.cos((onMap({ latitude, longitude: 0 }).latitude * Math.PI) / 180);
}
