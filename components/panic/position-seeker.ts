import { monotonicMs, now } from '#lib/platform/clock.ts';

/** From the first touch; a press never waits longer than this for a position. */
export const SEEK_MS = 5_000;
/** Good enough to send at once. */
const GOOD_ACCURACY_M = 50;
const RECENT_MS = 30_000;
// How fast an old fix goes bad: somebody in a car in town.
const DRIFT_M_PER_S = 15;

export type SoughtFix = {
  latitude: number;
  longitude: number;
  /** Metres. */
  accuracy: number;
  fixedAt: string;
  source: 'live' | 'recent' | 'last_known';
};
export type PositionProblem = 'denied' | 'timeout' | 'unavailable';
export type Sought = SoughtFix | { problem: PositionProblem };

export type PositionSeeker = {
  /** The best position there is: now if it is good, else the best by five seconds after the first touch. */
  settle: () => Promise<Sought>;
  /** Ends the search and the use of the device's receiver. */
  stop: () => void;
};

type Geolocation = Pick<globalThis.Geolocation, 'watchPosition' | 'clearWatch'>;

const PROBLEMS: Record<number, PositionProblem> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

/**
 * Starts to look for the position. Call it at the first touch: the hold and the grace are time to look.
 * `budgetMs` is what is left of the five seconds when it could not be started then.
 */
export function seekPosition(
  geolocation: Geolocation | undefined = browserGeolocation(),
  budgetMs = SEEK_MS,
): PositionSeeker {
  const startedAtMs = now().getTime();
  const deadline = monotonicMs() + budgetMs;
  let best: SoughtFix | undefined;
  let problem: PositionProblem | undefined = geolocation ? undefined : 'unavailable';
  let announce: () => void = () => undefined;

  const watchId = geolocation?.watchPosition(
    (position) => {
      const fix = toFix(position, startedAtMs);
      if (!best || worthM(fix) <= worthM(best)) best = fix;
      announce();
    },
    (error) => {
      problem = PROBLEMS[error.code] ?? 'unavailable';
      announce();
    },
    { enableHighAccuracy: true, maximumAge: RECENT_MS, timeout: budgetMs },
  );

  const stop = () => {
    if (watchId !== undefined) geolocation?.clearWatch(watchId);
  };
  // A denial is final. A receiver that is not available yet may still come up before the deadline.
  const isSettled = () =>
    (best !== undefined && best.accuracy <= GOOD_ACCURACY_M) || problem === 'denied' || !geolocation;
  const answer = (): Sought => best ?? { problem: problem ?? 'timeout' };

  const settle = async () => {
    if (!isSettled()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(0, deadline - monotonicMs()));
        announce = () => {
          if (!isSettled()) return;
          clearTimeout(timer);
          resolve();
        };
      });
    }
    stop();
    return answer();
  };
  return { settle, stop };
}

function toFix(position: GeolocationPosition, startedAtMs: number): SoughtFix {
  const ageMs = startedAtMs - position.timestamp;
  const { latitude, longitude, accuracy } = position.coords;
  return {
    latitude,
    longitude,
    accuracy,
    fixedAt: new Date(position.timestamp).toISOString(),
    source: ageMs <= 0 ? 'live' : ageMs <= RECENT_MS ? 'recent' : 'last_known',
  };
}

/** How far off the person may be by now: less is better. Only differences matter, so any "now" will do. */
function worthM(fix: SoughtFix): number {
  return fix.accuracy - (Date.parse(fix.fixedAt) / 1_000) * DRIFT_M_PER_S;
}

function browserGeolocation(): Geolocation | undefined {
  // Absent, whatever the types say, where the page is not served securely.
  return 'geolocation' in navigator ? navigator.geolocation : undefined;
}
