import { z } from 'zod';
import { customerId, instant } from './customers.ts';
import { operation } from './operation.ts';
import {
  acknowledging,
  entries,
  enveloped,
  firstOf,
  lenientId,
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
    value: optionalText,
    name: optionalText,
    description: optionalText,
  })
  .transform((raw, ctx) => {
    const id = firstOf(ctx, 'id', raw.id, raw.subscriptionTypeId);
    return { id, name: raw.value ?? raw.name ?? raw.description ?? `Subscription type ${id}` };
  });

// A dependant's form is undocumented. A set with an unreadable one is unknown: writing it back would remove that one.
const dependantId = z.union([
  lenientId,
  z.object({ customerId: lenientId }).transform(({ customerId }) => customerId),
  z.object({ id: lenientId }).transform(({ id }) => id),
]);
const dependants = z.array(dependantId).nullable().catch(null);

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
    dependantCustomerIds: dependants,
    dependents: dependants,
    dependants,
    status: z.unknown().optional(),
  })
  .transform((raw, ctx) => ({
    subscriptionId: firstOf(ctx, 'id', raw.id, raw.subscriptionId),
    customerId: raw.customerId,
    subscriptionTypeId: raw.subscriptionTypeId,
    validFrom: raw.validFrom,
    validTo: raw.validTo,
    cancelledAt: raw.CancelledDate ?? raw.cancelledDate,
    /** Customer ids; null when absent or not all readable. */
    dependants: raw.dependents ?? raw.dependants ?? raw.dependantCustomerIds,
  }));

export type AuraSubscription = z.output<typeof subscription>;

/** AURA's rule: within its dates (both inclusive) and not cancelled. There is no status field. */
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
    verify: 'shape of the list',
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
    enveloped('subscription', subscription, { dependents: dependants, dependants }).transform((raw) => ({
      ...raw.subscription,
      dependants: raw.dependents ?? raw.dependants ?? raw.subscription.dependants,
    })),
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
    enveloped('subscription', entries(subscription), { links: z.unknown().optional() }).transform(
      (raw, ctx) => firstOf(ctx, 'subscription', raw.subscription[0]),
    ),
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
  answer: () => acknowledging({ subscriptionToken: optionalText }),
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
