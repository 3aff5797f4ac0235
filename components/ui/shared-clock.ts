import { now } from '#lib/platform/clock.ts';

const TICK_MS = 1_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tickedAtMs = now().getTime();

function tick() {
  tickedAtMs = now().getTime();
  for (const listener of listeners) listener();
}

/** One timer for every age on the page, running only while there is one. */
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

/** The moment of the last tick, the same for every reader between two ticks. */
export function clockTickMs(): number {
  return tickedAtMs;
}
