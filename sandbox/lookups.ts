import { isSubscriptionActive } from '#lib/aura/contract/subscriptions.ts';
import { Refusal } from './refusal.ts';
import type { Sandbox } from './sandbox.ts';
import type { Callout, Customer, Subscription } from './world.ts';

export function findCustomer(sandbox: Sandbox, id: number): Customer {
  const customer = sandbox.world.customers[id];
  if (!customer || customer.deletedAt) throw new Refusal(404, 'Customer not found.');
  return customer;
}

export function findCallout(sandbox: Sandbox, id: number): Callout {
  const callout = sandbox.world.callouts[id];
  if (!callout) throw new Refusal(404, 'Callout not found.');
  return callout;
}

export function findSubscription(sandbox: Sandbox, id: number): Subscription {
  const subscription = sandbox.world.subscriptions[id];
  if (!subscription) throw new Refusal(404, 'Subscription not found.');
  return subscription;
}

/** Own subscriptions and those as a dependant. */
export function subscriptionsOf(sandbox: Sandbox, customerId: number): Subscription[] {
  return Object.values(sandbox.world.subscriptions).filter(
    (one) => one.customerId === customerId || one.dependantCustomerIds.includes(customerId),
  );
}

export function isEntitled(sandbox: Sandbox, customerId: number): boolean {
  return subscriptionsOf(sandbox, customerId).some((one) => isSubscriptionActive(one, sandbox.now()));
}
