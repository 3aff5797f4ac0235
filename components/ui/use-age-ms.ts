import { useSyncExternalStore } from 'react';
import { clockTickMs, firstTickOf, subscribeToClock } from '#components/ui/shared-clock.ts';

/**
 * How old a fact is, ticking, in milliseconds. Counts from the server's `now`, so that a device whose clock is
 * wrong still gets the right age.
 */
export function useAgeMs(at: string, now: string): number {
  const tickMs = useSyncExternalStore(subscribeToClock, clockTickMs, () => undefined);
  const sinceServerMs = tickMs === undefined ? 0 : Math.max(0, tickMs - firstTickOf(now));
  return Date.parse(now) - Date.parse(at) + sinceServerMs;
}
