import type { Sandbox } from '../sandbox.ts';
import { type Subscription, subscriptionTypes } from '../world.ts';
import { type Handlers, Refusal } from './handler.ts';

type NewSubscription = Pick<Subscription, 'customerId' | 'subscriptionTypeId' | 'validFrom' | 'validTo'>;

/** AURA has no status field: a subscription is active while it is valid and not cancelled. */
export function isActive(subscription: Subscription, nowMs: number): boolean {
  return (
    subscription.cancelledAt === null &&
    Date.parse(subscription.validFrom) <= nowMs &&
    nowMs <= Date.parse(subscription.validTo)
  );
}

export function subscriptionsOf(sandbox: Sandbox, customerId: number): Subscription[] {
  return Object.values(sandbox.world.subscriptions).filter(
    (one) => one.customerId === customerId || one.dependantCustomerIds.includes(customerId),
  );
}

export function addSubscription(sandbox: Sandbox, details: NewSubscription): Subscription {
  if (!subscriptionTypes.some((type) => type.id === details.subscriptionTypeId)) {
    throw new Refusal(400, 'Unknown subscriptionTypeId.');
  }
  if (Date.parse(details.validTo) <= Date.parse(details.validFrom)) {
    throw new Refusal(400, 'validTo must be after validFrom.');
  }
  const subscription = { id: sandbox.nextId(), ...details, cancelledAt: null, dependantCustomerIds: [] };
  sandbox.world.subscriptions[subscription.id] = subscription;
  return subscription;
}

export const subscriptions: Handlers<'listSubscriptionTypes'> = {
  listSubscriptionTypes: (sandbox) => {
    switch (sandbox.world.switches.subscriptionTypeList) {
      case 'bare':
        return { status: 200, body: subscriptionTypes };
      case 'subscriptionTypeId': {
        const list = subscriptionTypes.map(({ id, name }) => ({
          subscriptionTypeId: String(id),
          description: name,
        }));
        return { status: 200, body: { data: list } };
      }
      default:
        return { status: 200, body: { message: 'Success', subscriptionTypes } };
    }
  },
};
