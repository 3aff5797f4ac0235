import {
  type DeviceStore,
  FIX_KEY,
  forgetOnDevice,
  keepOnDevice,
  readFromDevice,
} from '#components/panic/device-store.ts';
import type { SoughtFix } from '#components/panic/position-seeker.ts';
import { readSentFix } from '#lib/geo/reading.ts';

/** Keeps the newest fix on this device, for a press that will find none. */
export function keepFix(fix: SoughtFix, store?: () => DeviceStore): void {
  keepOnDevice(FIX_KEY, fix, store);
}

/** The last fix that this device had, however old, as what it is now. */
export function recallFix(store?: () => DeviceStore): SoughtFix | undefined {
  const fix = readSentFix(readFromDevice(FIX_KEY, store), () => undefined);
  // Of unknown age it could be from another year.
  if (!fix?.fixedAt) return undefined;
  const { latitude, longitude, accuracy, fixedAt } = fix;
  return { latitude, longitude, accuracy, fixedAt: fixedAt.toISOString(), source: 'last_known' };
}

/** An alarm and the question about it are over after this. */
const LATELY_MS = 15 * 60_000;

/**
 * Whether this device could be read a short time ago. A permission that was given once is still a question to some browsers,
 * on the next page already.
 */
export function hasFixedLately(fix: SoughtFix | undefined, atMs: number): boolean {
  if (!fix) return false;
  const ageMs = atMs - Date.parse(fix.fixedAt);
  return Math.abs(ageMs) <= LATELY_MS;
}

/** Forgets where this device was. */
export function forgetFix(store?: () => DeviceStore): void {
  forgetOnDevice(FIX_KEY, store);
}
