import 'server-only';
import { eq } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { person } from '#lib/db/tables.ts';
import { recordAfter } from './model.ts';
import type { SubscriptionAtAura } from './schema.ts';

/** The person of ours whom AURA knows by this number; null when there is none. */
export async function findPersonId(auraCustomerId: number): Promise<string | null> {
  const [row] = await database()
    .select({ id: person.id })
    .from(person)
    .where(eq(person.auraCustomerId, auraCustomerId));
  return row?.id ?? null;
}

/**
 * Keeps what AURA said of somebody's subscriptions. `asOf` is a moment at which that was true: before the question
 * for an answer that was read, after the answer for a change that AURA made.
 */
export async function keepSubscriptions(
  personId: string,
  said: readonly SubscriptionAtAura[],
  asOf: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const [kept] = await tx.select().from(person).where(eq(person.id, personId)).for('no key update');
    if (!kept) return;
    const changed = recordAfter(kept, said, asOf);
    if (changed) await tx.update(person).set(changed).where(eq(person.id, personId));
  });
}
