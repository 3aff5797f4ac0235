import { watchPosition } from '#components/panic/position-seeker.ts';
import type { DeviceFix, Report } from '#lib/following/positions/model.ts';
import { readBrowserPosition } from '#lib/geo/reading.ts';
import { now } from '#lib/platform/clock.ts';

export type Fix = Report['fixes'][number];
export type Found = { fix: Fix; where: DeviceFix };
export type Geolocation = Pick<globalThis.Geolocation, 'watchPosition' | 'clearWatch' | 'getCurrentPosition'>;

type ReceiverOptions = {
  /** Called before other listeners. */
  onMeasured: () => void;
  onPosition: () => void;
  onProblem: (problem: unknown) => void;
};

/** Older fixes are measured again before sending. */
const FRESH_MS = 10_000;
const FRESH_TIMEOUT_MS = 5_000;
const FORGOTTEN_AFTER_MS = 500;

export function isStale({ fix }: Found): boolean {
  return now().getTime() - Date.parse(fix.fixedAt) > FRESH_MS;
}

/** Wraps geolocation and holds the newest fix. */
export function createReceiver(
  geolocation: Geolocation | undefined,
  { onMeasured, onPosition, onProblem }: ReceiverOptions,
) {
  let newest: Found | undefined;
  let stop: () => void = () => undefined;
  const take = (position: unknown) => {
    const reading = readBrowserPosition(position, { atMs: now().getTime(), maximumAgeMs: FRESH_MS });
    // Invalid reading: wait for the next.
    if (!reading) return;
    const { latitude, longitude, accuracy, speed } = reading;
    const fixedAt = new Date(reading.measuredAtMs).toISOString();
    // Cached by the browser, so older than ours.
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
    /** watchPosition is silent at rest; this measures again. */
    measureAgain: async () => {
      const measured = await new Promise<unknown>((resolve) => {
        // A suspended page's request, and its timeout, may be dropped by the browser.
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
