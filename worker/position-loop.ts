import { setTimeout as wait } from 'node:timers/promises';
import { systemActor } from '#lib/identity/actor.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { forwardPositions } from '#lib/positions/forward-positions.ts';

const ROUND_MS = 1_000;

/**
 * Keeps telling AURA the positions that it was not told by the request that brought them. Apart from the jobs, so
 * that a slow AURA holds up no press; any number of workers may do it.
 */
export async function keepForwarding(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await forwardPositions(systemActor('callout.forward_position'), {});
    } catch (error) {
      log.warn({ error: describeError(error) }, 'forwarding of positions interrupted');
    }
    // Being told to stop only cuts the pause short.
    await wait(ROUND_MS, undefined, { signal }).catch(() => undefined);
  }
}
