import { now } from '#lib/platform/clock.ts';

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tickedAtMs = now().getTime();

function tick() {
  tickedAtMs = now().getTime();
  for (const listener of listeners) listener();
}

/** One timer for all ages on the page, running while there are any. */
export function subscribeToClock(listener: () => void): () => void {
  listeners.add(listener);
  if (timer === undefined) {
    tickedAtMs = now().getTime();
    timer = setInterval(tick, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Time of the last tick, equal for all readers in between. */
export function clockTickMs(): number {
  return tickedAtMs;
}

const REMEMBERED = 200;
const firstTicks = new Map<string, number>();

/**
 * The tick at which a server time was first seen. Components that mount later count from it too, or their
 * ages would restart at zero.
 */
export function firstTickOf(serverNow: string): number {
  // Without listeners the last tick is stale.
  const first = firstTicks.get(serverNow) ?? (timer === undefined ? now().getTime() : tickedAtMs);
  // Reinserted, so that the oldest unused entry is evicted first (LRU).
  firstTicks.delete(serverNow);
  firstTicks.set(serverNow, first);
  const oldest = firstTicks.keys().next();
  if (firstTicks.size > REMEMBERED && !oldest.done) firstTicks.delete(oldest.value);
  return first;
}
