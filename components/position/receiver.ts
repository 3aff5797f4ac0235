import { watchPosition } from '#components/panic/position-seeker.ts';
import type { DeviceFix } from '#lib/following/positions/model.ts';
import type { Report } from '#lib/following/positions/schema.ts';
import { readBrowserPosition } from '#lib/geo/reading.ts';
import { now } from '#lib/platform/clock.ts';

export type Fix = Report['fixes'][number];
export type Found = { fix: Fix; where: DeviceFix };
export type Geolocation = Pick<globalThis.Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>;

type ReceiverOptions = {
  /** Before anything else hears of a position. */
  onMeasured: () => void;
  onPosition: () => void;
  onProblem: (problem: unknown) => void;
};

/** What is older is measured again before it is sent. */
const FRESH_MS = 10_000;
const FRESH_TIMEOUT_MS = 5_000;
const FORGOTTEN_AFTER_MS = 500;

export function isStale({ fix }: Found): boolean {
  return now().getTime() - Date.parse(fix.fixedAt) > FRESH_MS;
}

/** The device's receiver, and the newest position that it found. */
export function createReceiver(
  geolocation: Geolocation | undefined,
  { onMeasured, onPosition, onProblem }: ReceiverOptions,
) {
  let newest: Found | undefined;
  let stop: () => void = () => undefined;
  const take = (position: unknown) => {
    const reading = readBrowserPosition(position, { atMs: now().getTime(), maximumAgeMs: FRESH_MS });
    // What is no place is no news: the next one comes.
    if (!reading) return;
    const { latitude, longitude, accuracy, speed } = reading;
    const fixedAt = new Date(reading.measuredAtMs).toISOString();
    // What a browser remembers from before is no news.
    if (newest && fixedAt < newest.fix.fixedAt) return;
    newest = {
      fix: { latitude, longitude, accuracy, fixedAt },
      where: { latitude, longitude, accuracy, speed },
    };
    onMeasured();
  };
  return {
    newest: () => newest,
    forget: () => {
      newest = undefined;
    },
    watch: () => {
      stop();
      const found = (position: unknown) => {
        take(position);
        onPosition();
      };
      stop = watchPosition(geolocation, found, onProblem, { maximumAge: FRESH_MS });
    },
    /** A receiver at rest says nothing by itself; asked, it measures again, so that what is sent is not old. */
    measureAgain: async () => {
      const measured = await new Promise<unknown>((resolve) => {
        // A browser forgets what it was asked by a page that was put to sleep, and its own limit with it.
        setTimeout(resolve, FRESH_TIMEOUT_MS + FORGOTTEN_AFTER_MS);
        geolocation?.getCurrentPosition(resolve, () => resolve(undefined), {
          enableHighAccuracy: true,
          maximumAge: FRESH_MS,
          timeout: FRESH_TIMEOUT_MS,
        });
      });
      take(measured);
    },
    stop: () => stop(),
  };
}
