// One budget for a whole call: attempts, waits, tokens and bodies.
import type { Clock } from './clock.ts';

/** Never leaves the transport. */
export class DeadlineReached extends Error {}

export type Deadline = {
  /** Aborts at the deadline or when the caller aborts. */
  signal: AbortSignal;
  remainingMs(): number;
  /** Settles as the promise does, or rejects at the deadline. */
  race<Value>(promise: Promise<Value>): Promise<Value>;
  wait(ms: number): Promise<void>;
  /** Releases the timer. */
  stop(): void;
};

export function startDeadline(clock: Clock, budgetMs: number, caller?: AbortSignal): Deadline {
  const endsAt = clock.now() + budgetMs;
  const controller = new AbortController();
  const { signal } = controller;
  const giveUp = () => controller.abort(caller?.reason);
  const cancelTimer = clock.after(budgetMs, () => controller.abort(new DeadlineReached()));
  if (caller?.aborted) giveUp();
  caller?.addEventListener('abort', giveUp, { once: true });

  function race<Value>(promise: Promise<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal.reason);
      // Also avoids an unhandled rejection after the race.
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
      if (signal.aborted) onAbort();
      else signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  function wait(ms: number): Promise<void> {
    return race(
      new Promise<void>((resolve) => {
        const cancel = clock.after(ms, resolve);
        signal.addEventListener('abort', cancel, { once: true });
      }),
    );
  }

  return {
    signal,
    remainingMs: () => Math.max(0, endsAt - clock.now()),
    race,
    wait,
    stop: () => {
      cancelTimer();
      caller?.removeEventListener('abort', giveUp);
    },
  };
}
