import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';
import { unseal } from '#lib/platform/secret-box.ts';
import { showBody } from '#lib/webhooks/body-model.ts';
import { findEvent } from '#lib/webhooks/inbox-store.ts';
import { planFor } from '#lib/webhooks/model.ts';
import { BODY_SEAL, type OpenedWebhookEvent, replayInput } from '#lib/webhooks/schema.ts';

/** One delivery with its body, whose secrets are masked before it leaves here. */
export const readWebhookEvent = verb('webhook.read', replayInput, async (_actor, { eventId }) => {
  const found = await findEvent(eventId);
  if (!found) return refuse('webhook.not_found');
  const { event, bodySealed, customerId } = found;
  const { text, isCut } = showBody(unseal(BODY_SEAL, bodySealed));
  const plan = planFor({ ...event, customerId });
  const namedStage = plan.kind === 'callout' ? plan.stage : null;
  const opened: OpenedWebhookEvent = { asOf: now().toISOString(), event, body: text, isCut, namedStage };
  return ok(opened);
});
