import { z } from 'zod';
import { customerId, instant } from './customers.ts';
import { operation } from './operation.ts';
import {
  acknowledgement,
  enveloped,
  firstOf,
  listed,
  optionalId,
  optionalInstant,
  optionalText,
} from './reading.ts';

const subscriptionId = z.int().positive();
const oneSubscription = z.object({ subscriptionId });
const dependantCustomerIds = z.array(customerId).optional();

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

const subscription = z
  .object({
    id: optionalId,
    subscriptionId: optionalId,
    customerId: optionalId,
    subscriptionTypeId: optionalId,
    validFrom: optionalInstant,
    validTo: optionalInstant,
    CancelledDate: optionalInstant,
    cancelledDate: optionalInstant,
    dependantCustomerIds: z.unknown().optional(),
    status: z.unknown().optional(),
  })
  .transform((raw, ctx) => ({
    subscriptionId: firstOf(ctx, 'id', raw.id, raw.subscriptionId),
    customerId: raw.customerId,
    subscriptionTypeId: raw.subscriptionTypeId,
    validFrom: raw.validFrom,
    validTo: raw.validTo,
    cancelledAt: raw.CancelledDate ?? raw.cancelledDate,
  }));

export type AuraSubscription = z.output<typeof subscription>;

/** AURA's rule: inside its dates and not cancelled. There is no status field, and both ends count as inside. */
export function isSubscriptionActive(
  one: Pick<AuraSubscription, 'validFrom' | 'validTo' | 'cancelledAt'>,
  nowMs: number,
): boolean {
  if (one.cancelledAt !== null || one.validFrom === null || one.validTo === null) return false;
  return Date.parse(one.validFrom) <= nowMs && nowMs <= Date.parse(one.validTo);
}

const subscriptionAnswer = () =>
  enveloped('subscription', subscription).transform((answer) => answer.subscription);

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

export const createSubscription = operation({
  summary: 'Give a customer a subscription',
  method: 'POST',
  path: '/subscriptions',
  auth: 'server',
  params: null,
  body: z.object({
    customerId,
    subscriptionTypeId: z.int().positive(),
    validFrom: instant.optional(),
    validTo: instant.optional(),
    dependantCustomerIds,
  }),
  answer: subscriptionAnswer,
  replay: 'unsafe',
  deadlineMs: 10_000,
  refusals: [400, 401, 409],
  evidence: {
    path: 'G2',
    bodies: 'G1',
    source: 'panic-api-reference/subscriptions/create-subscription',
    verify: 'request and answer body; whether dates are taken; 409 while one is active',
  },
});

export const listCustomerSubscriptions = operation({
  summary: "List a customer's subscriptions; about 50 reads in 10 seconds for all customers together",
  method: 'GET',
  path: '/customers/{customerId}/subscriptions',
  auth: 'server',
  params: z.object({ customerId }),
  body: null,
  answer: () => listed('subscriptions', subscription),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404, 429],
  evidence: {
    path: 'G2',
    bodies: 'G1',
    source:
      'people-protect/subscription-management, panic-api-reference/subscriptions/list-customer-subscriptions',
    verify: 'shape of the list; Retry-After on 429',
  },
});

export const readSubscription = operation({
  summary: 'Read one subscription with the dependants on it',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}',
  auth: 'server',
  params: oneSubscription,
  body: null,
  answer: () =>
    z
      .object({
        message: optionalText,
        subscription,
        dependents: z.array(z.unknown()).nullable().catch(null),
        dependants: z.array(z.unknown()).nullable().catch(null),
      })
      .transform((raw) => ({ ...raw.subscription, dependants: raw.dependents ?? raw.dependants ?? [] })),
  replay: 'read',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/subscriptions/get-subscription',
    verify: 'what one dependant looks like',
  },
});

export const renewSubscription = operation({
  summary: 'Extend a subscription; dependants that are given replace the whole set',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}',
  auth: 'server',
  params: oneSubscription,
  body: z.object({ validTo: instant, dependantCustomerIds }),
  answer: () =>
    z
      .object({
        message: optionalText,
        links: z.unknown().optional(),
        subscription: z.union([z.array(subscription), subscription]),
      })
      .transform((raw, ctx) => firstOf(ctx, 'subscription', ...[raw.subscription].flat())),
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [400, 401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/subscriptions/update-subscription',
    verify: 'whether the answer holds a list or one subscription',
  },
});

export const cancelSubscription = operation({
  summary: 'Cancel a subscription for a stated reason',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}',
  auth: 'server',
  params: oneSubscription,
  body: z.object({ reason: z.string().trim().min(1) }),
  answer: () => acknowledgement.extend({ subscriptionToken: optionalText }),
  replay: 'replace',
  deadlineMs: 10_000,
  refusals: [401, 404],
  evidence: {
    path: 'G2',
    bodies: 'G2',
    source: 'api-reference/subscriptions/delete-subscription',
    verify: 'that the body is taken; what a second cancellation answers',
  },
});
