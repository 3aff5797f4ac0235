// A fake clock: time stands still until somebody waits.
import type { Clock } from './clock.ts';

export type FakeClock = Clock & {
  /** Advances from timer to timer until the promise settles; returns when. */
  runUntilSettled<Value>(
    promise: Promise<Value>,
  ): Promise<{ settledAt: number; result: PromiseSettledResult<Value> }>;
  advance(ms: number): void;
};

type Timer = { at: number; run: () => void };

export function fakeClock(startAt = 1_800_000_000_000): FakeClock {
  let now = startAt;
  let timers: Timer[] = [];

  function fireNext(): boolean {
    const [next] = timers.toSorted((one, other) => one.at - other.at);
    if (!next) return false;
    timers = timers.filter((timer) => timer !== next);
    now = Math.max(now, next.at);
    next.run();
    return true;
  }

  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + Math.max(0, ms), run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance: (ms) => {
      now += ms;
    },
    runUntilSettled: async (promise) => {
      let settledAt: number | null = null;
      const settled = Promise.allSettled([promise]).then(([result]) => {
        settledAt = now;
        return result;
      });
      for (;;) {
        // Drain the event loop before advancing.
        for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
        if (settledAt !== null) return { settledAt, result: await settled };
        if (!fireNext()) throw new Error('the promise waits for something that is not time');
      }
    },
  };
}
