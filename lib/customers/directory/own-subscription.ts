import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { fetchSubscriptions } from './aura.ts';
import { currentOf, standingOf } from './model.ts';
import type { Standing, SubscriptionAtAura } from './schema.ts';
import { findCustomer, type PersonRow } from './store.ts';

type Own = { row: PersonRow; subscription: SubscriptionAtAura | null; standing: Standing | null };

/** A customer of ours and the newest subscription that is their own, as AURA has it now. */
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
  return ok({ row, subscription, standing: subscription && standingOf(subscription, at) });
}
