import 'server-only';
import { auraNames } from '#lib/customers/registration/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { seals } from '#lib/platform/seals.ts';
import { unseal } from '#lib/platform/secret-box.ts';
import { openedMobile } from '#lib/platform/unopened.ts';
import { jsonIn, showBody } from '#lib/webhooks/body-model.ts';
import { compareCallout, compareCustomer } from '#lib/webhooks/comparison-model.ts';
import { findEvent } from '#lib/webhooks/inbox-store.ts';
import { planFor } from '#lib/webhooks/model.ts';
import { type OpenedWebhookEvent, replayInput } from '#lib/webhooks/schema.ts';

/** One delivery with its masked body, beside our copy from the last read. */
export const readWebhookEvent = verb('webhook.read', replayInput, async (_actor, { eventId }) => {
  const found = await findEvent(eventId);
  if (!found) return refuse('webhook.not_found');
  const { event, bodySealed, customerId } = found;
  const body = unseal(seals.webhookBody, bodySealed);
  const { text, isCut } = body === null ? UNOPENED : showBody(body);
  const plan = planFor({ ...event, customerId });
  const namedStage = plan.kind === 'callout' ? plan.stage : null;
  const beside = event.about === 'callout' ? besideCallout(found, body) : besideCustomer(found, body);
  return ok({
    asOf: now().toISOString(),
    event,
    body: text,
    isCut,
    namedStage,
    ...beside,
  } satisfies OpenedWebhookEvent);
});

/** For a body sealed with a lost key. */
const UNOPENED = { text: null, isCut: false };

type Found = NonNullable<Awaited<ReturnType<typeof findEvent>>>;
type Beside = Pick<OpenedWebhookEvent, 'storedAsOf' | 'compared'>;

const NOTHING: Beside = { storedAsOf: null, compared: [] };

function besideCallout({ callout }: Found, body: string | null): Beside {
  if (!callout || body === null) return NOTHING;
  return { storedAsOf: callout.asOf.toISOString(), compared: compareCallout(jsonIn(body), callout) };
}

function besideCustomer({ person }: Found, body: string | null): Beside {
  if (!person || body === null) return NOTHING;
  const kept = {
    ...person,
    mobile: openedMobile(person.mobile),
    ...auraNames(person, person.latinAtAura),
    validFrom: person.subscriptionValidFrom,
    validTo: person.subscriptionValidTo,
    cancelledAt: person.subscriptionCancelledAt,
  };
  return {
    storedAsOf: (person.subscriptionAsOf ?? person.createdAt).toISOString(),
    compared: compareCustomer(jsonIn(body), kept),
  };
}
