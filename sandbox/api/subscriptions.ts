import { isSubscriptionActive } from '#lib/aura/contract/subscriptions.ts';
import { findCustomer, findSubscription, isEntitled, subscriptionsOf } from '../lookups.ts';
import { Refusal } from '../refusal.ts';
import type { Sandbox } from '../sandbox.ts';
import { announceSubscription } from '../webhooks/announce.ts';
import { type Subscription, subscriptionTypes } from '../world.ts';
import { createdStatus, type Handlers } from './handler.ts';
import { subscriptionView } from './views.ts';

const yearMs = 365 * 24 * 3_600_000;
const limitWindowMs = 10_000;
const readsPerWindow = 50;

type NewSubscription = Pick<
  Subscription,
  'customerId' | 'subscriptionTypeId' | 'validFrom' | 'validTo' | 'dependantCustomerIds'
>;

export function addSubscription(sandbox: Sandbox, details: NewSubscription): Subscription {
  if (!subscriptionTypes.some((type) => type.id === details.subscriptionTypeId)) {
    throw new Refusal(400, 'Unknown subscriptionTypeId.');
  }
  if (Date.parse(details.validTo) <= Date.parse(details.validFrom)) {
    throw new Refusal(400, 'validTo must be after validFrom.');
  }
  const subscription = { id: sandbox.nextId(), ...details, cancelledAt: null };
  sandbox.world.subscriptions[subscription.id] = subscription;
  announceSubscription(sandbox, 'SUBSCRIPTION_CREATED', subscription);
  return subscription;
}

/** Rate limit: about 50 reads per 10 seconds over all customers. */
function countLimitedRead(sandbox: Sandbox): void {
  const now = sandbox.now();
  sandbox.limitedReads = sandbox.limitedReads.filter((at) => now - at < limitWindowMs && at <= now);
  if (sandbox.limitedReads.length >= readsPerWindow) throw new Refusal(429, 'Too many requests.');
  sandbox.limitedReads.push(now);
}

type Operations =
  | 'listSubscriptionTypes'
  | 'createSubscription'
  | 'listCustomerSubscriptions'
  | 'readSubscription'
  | 'renewSubscription'
  | 'cancelSubscription';

export const subscriptions: Handlers<Operations> = {
  listSubscriptionTypes: (sandbox) => ({ status: 200, body: subscriptionTypeList(sandbox) }),

  createSubscription: (sandbox, { body }) => {
    findCustomer(sandbox, body.customerId);
    if (isEntitled(sandbox, body.customerId)) throw new Refusal(409, 'A subscription is already active.');
    const made = addSubscription(sandbox, {
      ...body,
      validFrom: body.validFrom ?? sandbox.nowText(),
      validTo: body.validTo ?? new Date(sandbox.now() + yearMs).toISOString(),
      dependantCustomerIds: body.dependantCustomerIds ?? [],
    });
    const subscription = subscriptionView(sandbox, made);
    return { status: createdStatus(sandbox), body: { message: 'Success', subscription } };
  },

  listCustomerSubscriptions: (sandbox, { params }) => {
    countLimitedRead(sandbox);
    const customer = findCustomer(sandbox, params.customerId);
    const list = subscriptionsOf(sandbox, customer.id).map((one) => subscriptionView(sandbox, one));
    return { status: 200, body: { message: 'Success', subscriptions: list } };
  },

  readSubscription: (sandbox, { params }) => {
    const subscription = findSubscription(sandbox, params.subscriptionId);
    const { dependantShape, dependantsKey, subscriptionRead } = sandbox.world.switches;
    const dependants = subscription.dependantCustomerIds.map((id) =>
      dependantShape === 'number' ? id : { [dependantShape]: id },
    );
    const view = subscriptionView(sandbox, subscription);
    // Without an envelope, its sibling fields move into the object.
    const inside = subscriptionRead === 'bare' ? { ...view, dependantCustomerIds: dependants } : view;
    return {
      status: 200,
      body: { message: 'Success', subscription: inside, [dependantsKey]: dependants },
    };
  },

  renewSubscription: (sandbox, { params, body }) => {
    const subscription = findSubscription(sandbox, params.subscriptionId);
    if (!isSubscriptionActive(subscription, sandbox.now())) {
      throw new Refusal(400, 'A lapsed or cancelled subscription cannot be revived.');
    }
    subscription.validTo = body.validTo;
    if (body.dependantCustomerIds) subscription.dependantCustomerIds = body.dependantCustomerIds;
    announceSubscription(sandbox, 'SUBSCRIPTION_UPDATED', subscription);
    const view = subscriptionView(sandbox, subscription);
    const isList = sandbox.world.switches.renewal === 'list';
    return { status: 200, body: isList ? { subscription: [view] } : { links: [], subscription: view } };
  },

  cancelSubscription: (sandbox, { params }) => {
    const subscription = findSubscription(sandbox, params.subscriptionId);
    subscription.cancelledAt ??= sandbox.nowText();
    announceSubscription(sandbox, 'SUBSCRIPTION_CANCELLED', subscription);
    return { status: 200, body: { message: 'Success', subscriptionToken: null } };
  },
};

function subscriptionTypeList({ world }: Sandbox): unknown {
  const { subscriptionTypeList, subscriptionTypeKey } = world.switches;
  const types = subscriptionTypes.map(({ id, value }) => ({ id, [subscriptionTypeKey]: value }));
  switch (subscriptionTypeList) {
    case 'bare':
      return types;
    case 'subscriptionTypeId':
      return {
        data: subscriptionTypes.map(({ id, value }) => ({
          subscriptionTypeId: String(id),
          description: value,
        })),
      };
    default:
      return { message: 'Success', subscriptionTypes: types };
  }
}
