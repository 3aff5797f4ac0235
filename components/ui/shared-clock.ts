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

const REMEMBERED = 200;
const firstTicks = new Map<string, number>();

/**
 * The tick at which a moment of the server was first heard of. Whoever begins to show a fact later counts from there,
 * too: otherwise what says how old a page is would begin at nothing when it comes.
 */
export function firstTickOf(serverNow: string): number {
  // The last tick is long ago when nobody has listened since.
  const first = firstTicks.get(serverNow) ?? (timer === undefined ? now().getTime() : tickedAtMs);
  // Put last again, so that what is still shown is never the one that is forgotten.
  firstTicks.delete(serverNow);
  firstTicks.set(serverNow, first);
  const oldest = firstTicks.keys().next();
  if (firstTicks.size > REMEMBERED && !oldest.done) firstTicks.delete(oldest.value);
  return first;
}
