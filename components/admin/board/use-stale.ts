import { useCallback, useSyncExternalStore } from 'react';
import { subscribeToClock } from '#components/ui/shared-clock.ts';
import { now } from '#lib/platform/clock.ts';

/** Polling runs every 5 s with a live stream, every 1.5 s without. */
const STALE_LIVE_MS = 7_500;
const STALE_MS = 4_000;

/** Whether the last successful response is older than polling allows. */
export function useStale(answeredAtMs: number, isLive: boolean): boolean {
  const limitMs = isLive ? STALE_LIVE_MS : STALE_MS;
  const isPast = () => now().getTime() - answeredAtMs > limitMs;
  const subscribe = useCallback(
    (listener: () => void) => {
      // At its very end, not at the next tick: the board promises five seconds, and a lost stream takes most of them.
      const timer = setTimeout(listener, Math.max(0, answeredAtMs + limitMs - now().getTime()) + 1);
      const stop = subscribeToClock(listener);
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    [answeredAtMs, limitMs],
  );
  return useSyncExternalStore(subscribe, isPast, () => false);
}
