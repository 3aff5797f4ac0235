import {
  forgetOnDevice,
  keepOnDevice,
  PRACTISED_KEY,
  readFromDevice,
} from '#components/panic/device-store.ts';
import { now } from '#lib/platform/clock.ts';

/** A practice press went its whole way on this device. */
export function notePractice(): void {
  keepOnDevice(PRACTISED_KEY, now().toISOString());
}

/** When that last was; null where it never was, or is not known. */
export function lastPractice(): string | null {
  const kept = readFromDevice(PRACTISED_KEY);
  return typeof kept === 'string' && !Number.isNaN(Date.parse(kept)) ? kept : null;
}

export function forgetPractice(): void {
  forgetOnDevice(PRACTISED_KEY);
}
