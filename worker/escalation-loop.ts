import { setTimeout as wait } from 'node:timers/promises';
import { escalateAttention } from '#lib/console/attention/escalate-attention.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { describeError, log } from '#lib/platform/log.ts';

const ROUND_MS = 5_000;

/**
 * Keeps telling others of what no operator has taken up in time. Any number of workers may do it: each need is
 * claimed by the one that tells.
 */
export async function keepEscalating(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await escalateAttention(systemActor('attention.escalate'), {});
    } catch (error) {
      log.warn({ error: describeError(error) }, 'escalation interrupted');
    }
    // Being told to stop only cuts the pause short.
    await wait(ROUND_MS, undefined, { signal }).catch(() => undefined);
  }
}
