import 'server-only';
import { changePerson } from '#lib/customers/person-store.ts';
import { recordAfter } from './model.ts';
import type { SubscriptionAtAura } from './schema.ts';

/** `asOf`: lower bound of the age. Before the request for a read, after the response for a change. */
export async function keepSubscriptions(
  personId: string,
  said: readonly SubscriptionAtAura[],
  asOf: Date,
): Promise<void> {
  await changePerson(personId, (kept) => recordAfter(kept, said, asOf));
}
