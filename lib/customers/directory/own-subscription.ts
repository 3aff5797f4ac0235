import 'server-only';
import { findCustomer, type PersonRow } from '#lib/customers/person-store.ts';
import { fetchSubscriptions } from '#lib/customers/subscriptions/aura.ts';
import { currentOf, standingOf } from '#lib/customers/subscriptions/model.ts';
import type { Standing, SubscriptionAtAura } from '#lib/customers/subscriptions/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';

type Own = {
  row: PersonRow;
  /** Includes subscriptions on which they are a dependant. */
  all: SubscriptionAtAura[];
  subscription: SubscriptionAtAura | null;
  standing: Standing | null;
};

/** A customer and the newest subscription they own, as AURA has it now. */
export async function ownSubscription(
  customerId: number,
  at: Date,
): Promise<
  Result<Own, 'customer.not_found' | 'customer.deleted' | 'customer.not_at_aura' | 'aura.not_asked'>
> {
  const row = await findCustomer(customerId);
  if (!row) return refuse('customer.not_found');
  if (row.deletedAt) return refuse('customer.deleted');
  const all = await fetchSubscriptions(customerId);
  if (!all.ok) return all;
  const own = all.value.filter(({ ownerId }) => (ownerId ?? customerId) === customerId);
  const subscription = currentOf(own, at);
  return ok({ row, all: all.value, subscription, standing: subscription && standingOf(subscription, at) });
}

/** The subscriptions with one replaced by AURA's updated version. */
export function withChanged(
  all: readonly SubscriptionAtAura[],
  changed: SubscriptionAtAura,
): SubscriptionAtAura[] {
  return [...all.filter(({ subscriptionId }) => subscriptionId !== changed.subscriptionId), changed];
}
