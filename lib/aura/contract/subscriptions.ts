import { z } from 'zod';
import { operation } from './operation.ts';
import { firstOf, listed, optionalId, optionalText } from './reading.ts';

const subscriptionType = z
  .object({
    id: optionalId,
    subscriptionTypeId: optionalId,
    name: optionalText,
    value: optionalText,
    description: optionalText,
  })
  .transform((raw, ctx) => {
    const id = firstOf(ctx, 'id', raw.id, raw.subscriptionTypeId);
    return { id, name: raw.name ?? raw.value ?? raw.description ?? `Subscription type ${id}` };
  });

export const listSubscriptionTypes = operation({
  summary: 'List the subscription types of this customer source',
  method: 'GET',
  path: '/subscriptions/subscriptionTypes',
  auth: 'server',
  params: null,
  body: null,
  answer: () => listed('subscriptionTypes', subscriptionType),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401],
  evidence: {
    path: 'G2',
    bodies: 'INF',
    source: 'people-protect/subscription-management, overview/core-concepts/subscriptions',
    verify: 'shape of the list and of one type',
  },
});
