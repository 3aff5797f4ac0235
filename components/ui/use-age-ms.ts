import { useSyncExternalStore } from 'react';
import { clockTickMs, firstTickOf, subscribeToClock } from '#components/ui/shared-clock.ts';

/**
 * A ticking age in milliseconds, based on the server's `now`, so that a wrong device clock does not matter.
 */
export function useAgeMs(at: string, now: string): number {
  const tickMs = useSyncExternalStore(subscribeToClock, clockTickMs, () => undefined);
  const sinceServerMs = tickMs === undefined ? 0 : Math.max(0, tickMs - firstTickOf(now));
  return Date.parse(now) - Date.parse(at) + sinceServerMs;
}
