import 'server-only';
import { and, desc, eq, gte, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { person, press } from '#lib/db/tables.ts';
import { LATE_ARRIVAL_MS } from '#lib/panic/core/model.ts';
import type { Press } from '#lib/panic/core/press.ts';
import { toPress } from '#lib/panic/store.ts';

// Reads for adoption: open callouts at AURA that no press is linked to.

/** More presses than one person makes before they expire while AURA is unreachable. */
const MOST_UNLINKED = 50;

/** Our people among AURA's customers. */
export async function findCustomers(customerIds: readonly number[]) {
  if (customerIds.length === 0) return [];
  return database()
    .select({ personId: person.id, customerId: person.auraCustomerId })
    .from(person)
    .where(inArray(person.auraCustomerId, [...customerIds]));
}

/**
 * The presses that may have made an unlinked callout, newest first: those with an unknown outcome, and those that ended
 * without a callout so shortly before that one of their requests may still have arrived. As `isUnlinked` decides.
 */
export async function listUnlinkedPresses(personId: string, madeAt: Date): Promise<Press[]> {
  const shortlyBefore = new Date(madeAt.getTime() - LATE_ARRIVAL_MS);
  const rows = await database()
    .select()
    .from(press)
    .where(
      and(
        eq(press.personId, personId),
        isNull(press.calloutId),
        isNotNull(press.lastAttemptAt),
        or(
          and(eq(press.state, 'recorded'), isNotNull(press.outcomeUnknownSince)),
          and(
            inArray(press.state, ['withdrawn', 'rejected', 'expired']),
            gte(press.lastAttemptAt, shortlyBefore),
          ),
        ),
      ),
    )
    .orderBy(desc(press.receivedAt))
    .limit(MOST_UNLINKED);
  return rows.map(toPress);
}
