import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { replayInput } from '#lib/webhooks/schema.ts';
import { replayEvent } from '#lib/webhooks/store.ts';

/** Processes an event again as if it had just come: its subject is re-read from AURA. */
export const replayWebhookEvent = verb('webhook.replay', replayInput, async (actor, { eventId }) => {
  const isFound = await replayEvent(eventId, now(), (tx) =>
    audit(actor, { action: 'webhook.replay', subject: `${eventId}` }, tx),
  );
  return isFound ? ok(null) : refuse('webhook.not_found');
});
