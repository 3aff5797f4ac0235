import { partOf, readBrowserPosition } from '#lib/geo/reading.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';

/** From the first touch; a press never waits longer than this for a position. */
export const SEEK_MS = 5_000;
/** Time to read and answer the browser's question. */
export const ANSWER = { budgetMs: 20_000 };
/** Good enough to send at once. */
const GOOD_ACCURACY_M = 50;
const RECENT_MS = 30_000;
/** What a browser may answer from its memory. */
export const MAXIMUM_AGE_MS = RECENT_MS;
// How fast an old fix goes bad: a person in a car in town.
const DRIFT_M_PER_S = 15;
// What a fix of unknown accuracy is taken for.
const UNKNOWN_ACCURACY_M = 1_000;

export type SoughtFix = {
  latitude: number;
  longitude: number;
  /** Metres; null where the browser does not say. */
  accuracy: number | null;
  fixedAt: string;
  source: 'live' | 'recent' | 'last_known';
};
/**
 * Why there is no present position. `silent`: nothing at all came back, as where a phone is set never to ask.
 */
export type PositionProblem = 'denied' | 'timeout' | 'unavailable' | 'silent';
/** The fix that goes with a press, and what stood in the way of a present one. */
export type Sought = { fix?: SoughtFix; problem?: PositionProblem };

export type PositionSeeker = {
  /** The best position there is: now if it is good, else the best by five seconds after the first touch. */
  settle: () => Promise<Sought>;
  /** The best position so far; undefined while there is none. */
  best: () => SoughtFix | undefined;
  /** Settles at the first position that the search finds, however inaccurate; never, where it finds none. */
  first: Promise<SoughtFix>;
  /** Ends the search and the use of the device's receiver. */
  stop: () => void;
};

type Geolocation = Pick<globalThis.Geolocation, 'watchPosition' | 'clearWatch'>;

const PROBLEMS: Record<number, PositionProblem> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' };

type Search = {
  geolocation?: Geolocation | undefined;
  /** What is left of the five seconds when it could not be started at the first touch. */
  budgetMs?: number;
  /** What is known already from before the press. */
  warm?: SoughtFix | undefined;
};

/** Starts to look for the position. Call it at the first touch: the hold and the grace are time to look. */
export function seekPosition({
  geolocation = browserGeolocation(),
  budgetMs = SEEK_MS,
  warm,
}: Search = {}): PositionSeeker {
  const startedAtMs = now().getTime();
  const deadline = monotonicMs() + budgetMs;
  let best = warm && isRecent(warm, startedAtMs) ? asOf(warm, startedAtMs) : undefined;
  let problem: PositionProblem | undefined = geolocation ? undefined : 'unavailable';
  let announce: () => void = () => undefined;
  let found: (fix: SoughtFix) => void;
  const first = new Promise<SoughtFix>((resolve) => {
    found = resolve;
  });

  const take = (position: unknown) => {
    const fix = toFix(position, startedAtMs);
    if (!fix) return;
    if (!best || worthM(fix) <= worthM(best)) best = fix;
    found(fix);
    announce();
  };
  const fail = (error: unknown) => {
    problem = PROBLEMS[Number(partOf(error, 'code'))] ?? 'unavailable';
    announce();
  };
  const stop = watchPosition(geolocation, take, fail, { maximumAge: MAXIMUM_AGE_MS, timeout: budgetMs });
  // A denial is final. A receiver that is not available yet may still come up before the deadline.
  const isSettled = () => isGood(best) || problem === 'denied' || !geolocation;
  // The fix of a moment ago is as good an answer after a failure as it was before it.
  const answer = (): Sought => (best ? { fix: best } : { problem: problem ?? 'silent' });

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
  return { settle, best: () => best, first, stop };
}

/** A fix from before this moment in the words of now: what was live then is recent, or old. */
function asOf(fix: SoughtFix, atMs: number): SoughtFix {
  return { ...fix, source: isRecent(fix, atMs) ? 'recent' : 'last_known' };
}

function isRecent(fix: SoughtFix, atMs: number): boolean {
  return atMs - Date.parse(fix.fixedAt) <= RECENT_MS;
}

function isGood(fix: SoughtFix | undefined): boolean {
  return fix !== undefined && fix.accuracy !== null && fix.accuracy <= GOOD_ACCURACY_M;
}

/** The device's answer as a fix, if it is one; `startedAtMs` is when it was first looked for. */
export function toFix(position: unknown, startedAtMs: number): SoughtFix | undefined {
  const reading = readBrowserPosition(position, { atMs: now().getTime(), maximumAgeMs: MAXIMUM_AGE_MS });
  if (!reading) return undefined;
  const { latitude, longitude, accuracy, measuredAtMs } = reading;
  const source = measuredAtMs >= startedAtMs ? 'live' : 'recent';
  return { latitude, longitude, accuracy, fixedAt: new Date(measuredAtMs).toISOString(), source };
}

/** How far off the person may be by now: less is better. Only differences matter, so any "now" will do. */
function worthM(fix: SoughtFix): number {
  return (fix.accuracy ?? UNKNOWN_ACCURACY_M) - (Date.parse(fix.fixedAt) / 1_000) * DRIFT_M_PER_S;
}

export function browserGeolocation(): globalThis.Geolocation | undefined {
  try {
    // Absent, whatever the types say, where the page is not served securely.
    return navigator.geolocation ?? undefined;
  } catch {
    // Taken away by a setting or an extension.
    return undefined;
  }
}

/** Watches the position until the function that it gives is called. A receiver that throws is one that is not there. */
export function watchPosition(
  geolocation: Geolocation | undefined,
  onPosition: (position: unknown) => void,
  onProblem: (problem: unknown) => void,
  options: Omit<PositionOptions, 'enableHighAccuracy'>,
): () => void {
  try {
    const id = geolocation?.watchPosition(onPosition, onProblem, { enableHighAccuracy: true, ...options });
    return () => {
      if (id !== undefined) geolocation?.clearWatch(id);
    };
  } catch {
    onProblem(undefined);
    return () => undefined;
  }
}
