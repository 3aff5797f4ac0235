import { useSyncExternalStore } from 'react';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';

/** A line that stands asks every five seconds; without one, a page asks every second and a half. */
const STALE_LIVE_MS = 7_500;
const STALE_MS = 4_000;

/** Whether the last good answer is older than it would be if questions were answered. */
export function useStale(answeredAtMs: number, isLive: boolean): boolean {
  const limitMs = isLive ? STALE_LIVE_MS : STALE_MS;
  return useSyncExternalStore(
    subscribeToClock,
    () => clockTickMs() - answeredAtMs > limitMs,
    () => false,
  );
}
