import { listen } from '#lib/live/listen.ts';
import { WORK_CHANNEL, type WorkTopic } from '#lib/live/wake-up.ts';
import { pause } from '#worker/pause.ts';

/** Resolves after `ms` or on a notification; at once when one came since the last wait. */
export type Wait = (ms: number) => Promise<void>;
export type WakeUps = (topics: readonly WorkTopic[], signal: AbortSignal) => Wait;

type Bell = { topics: ReadonlySet<string>; rung: AbortController };

/** Maximum wait while notifications are unavailable. */
const DEAF_MS = 1_000;

/** Listens for notifications until aborted and ends waits. */
export function hearWakeUps(signal: AbortSignal): WakeUps {
  const bells = new Set<Bell>();
  let isHearing = false;
  const ring = (isMeant: (bell: Bell) => boolean) => {
    for (const bell of bells) if (isMeant(bell)) bell.rung.abort();
  };
  const ringAll = (isNowHearing: boolean) => {
    isHearing = isNowHearing;
    ring(() => true);
  };
  const listener = {
    onPayload: (topic: string) => ring(({ topics }) => topics.has(topic)),
    // Notifications may have been missed.
    onListening: () => ringAll(true),
    onLost: () => ringAll(false),
  };
  void listen(WORK_CHANNEL, listener, signal);
  return (topics, stopping) => {
    const bell: Bell = { topics: new Set<string>(topics), rung: new AbortController() };
    bells.add(bell);
    stopping.addEventListener('abort', () => bells.delete(bell), { once: true });
    return async (ms) => {
      await pause(isHearing ? ms : Math.min(ms, DEAF_MS), AbortSignal.any([stopping, bell.rung.signal]));
      bell.rung = new AbortController();
    };
  };
}
