import { useSyncExternalStore } from 'react';
import { clockTickMs, subscribeToClock } from '#components/ui/shared-clock.ts';

/** Polling runs every 5 s with a live stream, every 1.5 s without. */
const STALE_LIVE_MS = 7_500;
const STALE_MS = 4_000;

/** Whether the last successful response is older than polling allows. */
export function useStale(answeredAtMs: number, isLive: boolean): boolean {
  const limitMs = isLive ? STALE_LIVE_MS : STALE_MS;
  return useSyncExternalStore(
    subscribeToClock,
    () => clockTickMs() - answeredAtMs > limitMs,
    () => false,
  );
}
