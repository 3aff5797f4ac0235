import { useState, useSyncExternalStore } from 'react';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';

/**
 * How old a fact is, ticking, in milliseconds. Counts from the server's `now`, so that a device whose clock is
 * wrong still gets the right age.
 */
export function useAgeMs(at: string, now: string): number {
  const tickMs = useSyncExternalStore(subscribeToClock, clockTickMs, () => undefined);
  const [baseline, setBaseline] = useState({ now, tickMs });
  if (baseline.now !== now || (baseline.tickMs === undefined && tickMs !== undefined)) {
    setBaseline({ now, tickMs });
  }
  const sinceServerMs =
    tickMs !== undefined && baseline.tickMs !== undefined ? Math.max(0, tickMs - baseline.tickMs) : 0;
  return Date.parse(now) - Date.parse(at) + sinceServerMs;
}
