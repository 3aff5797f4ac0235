import { listen } from '#lib/live/listen.ts';
import { WORK_CHANNEL, type WorkTopic } from '#lib/live/wake-up.ts';
import { pause } from '#worker/pause.ts';

/** Resolves after `ms` or on a notification; at once when one came since the last wait. */
export type Wait = (ms: number) => Promise<void>;
export type WakeUps = (topics: readonly WorkTopic[], signal: AbortSignal) => Wait;

type Waiter = { topics: ReadonlySet<string>; woken: AbortController };

/** Maximum wait while notifications are unavailable. */
const FALLBACK_MS = 1_000;

/** Listens for notifications until aborted and ends waits. */
export function listenForWakeUps(signal: AbortSignal): WakeUps {
  const waiters = new Set<Waiter>();
  let isListening = false;
  const wake = (isMeant: (waiter: Waiter) => boolean) => {
    for (const waiter of waiters) if (isMeant(waiter)) waiter.woken.abort();
  };
  const wakeAll = (isNowListening: boolean) => {
    isListening = isNowListening;
    wake(() => true);
  };
  const listener = {
    onPayload: (topic: string) => wake(({ topics }) => topics.has(topic)),
    // Notifications may have been missed.
    onListening: () => wakeAll(true),
    onLost: () => wakeAll(false),
  };
  void listen(WORK_CHANNEL, listener, signal);
  return (topics, stopping) => {
    const waiter: Waiter = { topics: new Set<string>(topics), woken: new AbortController() };
    waiters.add(waiter);
    stopping.addEventListener('abort', () => waiters.delete(waiter), { once: true });
    return async (ms) => {
      await pause(
        isListening ? ms : Math.min(ms, FALLBACK_MS),
        AbortSignal.any([stopping, waiter.woken.signal]),
      );
      waiter.woken = new AbortController();
    };
  };
}
