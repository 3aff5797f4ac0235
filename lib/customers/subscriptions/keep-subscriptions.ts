import 'server-only';
import { changePerson } from '#lib/customers/person-store.ts';
import { recordAfter } from './model.ts';
import type { SubscriptionAtAura } from './schema.ts';

/**
 * Keeps what AURA said of somebody's subscriptions. `asOf` is a moment at which that was true: before the question
 * for an answer that was read, after the answer for a change that AURA made.
 */
export async function keepSubscriptions(
  personId: string,
  said: readonly SubscriptionAtAura[],
  asOf: Date,
): Promise<void> {
  await changePerson(personId, (kept) => recordAfter(kept, said, asOf));
}
