import { setTimeout as wait } from 'node:timers/promises';
import { describeError, log } from '#lib/platform/log.ts';

/**
 * Does one round after another, with a pause between two, until told to stop. A round that fails is followed by the
 * next one; one that gives `again` is so at once.
 */
export async function repeat(
  what: string,
  pauseMs: number,
  round: () => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let isAgain = false;
    try {
      isAgain = (await round()) === AGAIN;
    } catch (error) {
      log.warn({ error: describeError(error), what }, 'a round of the worker was interrupted');
    }
    // Being told to stop only cuts the pause short; the loop looks at the signal.
    if (!isAgain) await wait(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Given by a round that left work to do. */
export const AGAIN = 'again';
