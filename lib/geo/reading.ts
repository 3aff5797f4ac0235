// The only parser of untrusted positions, from the Geolocation API and from requests: keeps what is usable, drops and
// names the rest. Pure, and part of the inline script of the first paint: no imports.

export type Reading = {
  latitude: number;
  longitude: number;
  /** Metres; null when unknown. */
  accuracy: number | null;
  /** Metres a second; null when unknown. */
  speed: number | null;
  measuredAtMs: number;
};

/** A position in a request; time and source are as the device states them. */
export type SentFix = Pick<Reading, 'latitude' | 'longitude' | 'accuracy'> & {
  fixedAt: Date | null;
  source: unknown;
};

export type DroppedPart = 'position' | 'accuracy' | 'position_time';

const EARTH_M = 50_000_000;
const EARLIEST_MS = Date.UTC(1970);
const LATEST_MS = Date.UTC(9000);
/** Tolerance for a clock ahead of the reference. */
const AHEAD_MS = 10 * 60_000;

/**
 * Parses a Geolocation API result; undefined when it is no place on Earth. An implausible timestamp is replaced by the
 * arrival time: Safari on macOS counts seconds since 2001.
 */
export function readBrowserPosition(
  raw: unknown,
  arrived: { atMs: number; maximumAgeMs: number },
): Reading | undefined {
  const coords = partOf(raw, 'coords');
  const place = placeIn(coords);
  if (!place) return undefined;
  const stamp = partOf(raw, 'timestamp');
  const isPlausible =
    typeof stamp === 'number' && stamp <= arrived.atMs && stamp >= arrived.atMs - arrived.maximumAgeMs;
  const speed = partOf(coords, 'speed');
  return {
    ...place,
    accuracy: metres(partOf(coords, 'accuracy')) ?? null,
    speed: typeof speed === 'number' && speed >= 0 && Number.isFinite(speed) ? speed : null,
    measuredAtMs: isPlausible ? stamp : arrived.atMs,
  };
}

/** Parses a position in a request body; undefined when it is no place on Earth. Calls `drop` for unusable parts. */
export function readSentFix(raw: unknown, drop: (part: DroppedPart) => void): SentFix | undefined {
  const place = placeIn(raw);
  if (!place) {
    drop('position');
    return undefined;
  }
  const accuracy = partOf(raw, 'accuracy');
  if (isPresent(accuracy) && metres(accuracy) === undefined) drop('accuracy');
  const fixedAt = readInstant(partOf(raw, 'fixedAt'));
  if (fixedAt === null && isPresent(partOf(raw, 'fixedAt'))) drop('position_time');
  return { ...place, accuracy: metres(accuracy) ?? null, fixedAt, source: partOf(raw, 'source') };
}

/** The measuring time by the device's clock, unless it is too old or ahead of `reference`. */
export function plausibleTime(fixedAt: Date | null, reference: Date, oldestMs: number): Date {
  const ageMs = fixedAt ? reference.getTime() - fixedAt.getTime() : Number.NaN;
  return fixedAt && ageMs <= oldestMs && ageMs >= -AHEAD_MS ? fixedAt : reference;
}

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/** An ISO instant within the database's range; null for anything else. */
export function readInstant(raw: unknown): Date | null {
  if (typeof raw !== 'string' || !ISO_INSTANT.test(raw)) return null;
  const ms = Date.parse(raw);
  return Number.isNaN(ms) ? null : new Date(Math.min(LATEST_MS, Math.max(EARLIEST_MS, ms)));
}

/** A property of any value; undefined when it is absent or its getter throws. */
export function partOf(raw: unknown, name: string): unknown {
  try {
    return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a part was sent at all. */
export function isPresent(part: unknown): boolean {
  return part !== undefined && part !== null && part !== '';
}

function placeIn(raw: unknown): { latitude: number; longitude: number } | undefined {
  const latitude = numberIn(partOf(raw, 'latitude'));
  const longitude = numberIn(partOf(raw, 'longitude'));
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

function metres(raw: unknown): number | undefined {
  const value = numberIn(raw);
  return value > 0 && value <= EARTH_M ? value : undefined;
}

function numberIn(raw: unknown): number {
  return typeof raw === 'number' ? raw : Number.NaN;
}
