import { z } from 'zod';
import { operation } from './operation.ts';
import { entries, enveloped, optionalText } from './reading.ts';

/** The event names that AURA documents and accepts; its list of customer events is truncated. */
export const webhookEvents = [
  'NEW_CALLOUT',
  'CALLOUT_OWNED',
  'RESPONDER_MANUALLY_DISPATCHED',
  'RESPONDER_ACKNOWLEDGED_CALLOUT',
  'RESPONDER_ARRIVED_ON_SCENE',
  'RESPONDER_COMPLETED',
  'CALLOUT_CLOSED',
  'CALLOUT_SOFT_CANCELLED_BY_CUSTOMER',
  'CALLOUT_NO_LONGER_REQUIRES_RESPONSE',
  'CALLOUT_EVENTS_CHANGED',
  'SUBSCRIPTION_CREATED',
  'SUBSCRIPTION_UPDATED',
  'SUBSCRIPTION_CANCELLED',
  'SUBSCRIPTION_CANCELLED_FAILED',
  'CREATED_CUSTOMER',
] as const;

/** The older name of an acknowledgement: old registrations still get it, new ones are refused. */
export const deprecatedEvent = 'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA';

export type WebhookEvent = (typeof webhookEvents)[number] | typeof deprecatedEvent;

const registration = z.object({
  url: z.string(),
  events: entries(z.string()),
  method: optionalText,
  headers: z.unknown().optional(),
});
const notifier = z
  .object({ config: entries(registration) })
  .nullable()
  .catch(null);

export const registerWebhook = operation({
  summary: 'Register where events are delivered; replaces the earlier registration',
  method: 'POST',
  path: '/notifiers/webhooks',
  auth: 'server',
  params: null,
  body: z.object({
    url: z.url(),
    events: z.array(z.string().min(1)).min(1),
    method: z.literal('webhook').optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
  // The returned headers contain our own token and are omitted.
  answer: () =>
    enveloped('notifier', notifier).transform((raw) => ({
      registrations: (raw.notifier?.config ?? []).map(({ url, events }) => ({ url, events })),
    })),
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [400, 401],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/webhooks/create-webhook, overview/core-concepts/webhooks',
    verify:
      'that headers are sent on each delivery; retries, order and timeout of deliveries; which words refuse a name',
  },
});
