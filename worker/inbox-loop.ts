import { systemActor } from '#lib/identity/actor.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { AGAIN, repeat } from '#worker/repeat.ts';

const ROUND_MS = 250;

/**
 * Keeps working what AURA has delivered. Not as jobs of the runner: while AURA is slow each takes long, and together
 * they would fill its few places and hold up presses. Any number of workers may do it; events are claimed.
 */
export function keepWorkingInbox(signal: AbortSignal): Promise<void> {
  return repeat(
    'inbox',
    ROUND_MS,
    async () => {
      const round = await processWebhookEvents(systemActor('webhook.process'), {});
      return round.ok && round.value.worked > 0 ? AGAIN : null;
    },
    signal,
  );
}
