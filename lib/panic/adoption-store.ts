import 'server-only';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { type CreatedCallout, recordCallout } from '#lib/callouts/store.ts';
import { asFix, LATE_ARRIVAL_MS } from '#lib/panic/model.ts';
import { queuePositionNote } from '#lib/panic/note-store.ts';
import { announceChange } from '#lib/platform/changes.ts';
import { database, transaction } from '#lib/platform/db/database.ts';
import { person, press } from '#lib/platform/db/tables.ts';

// What is read and written when a callout turns up that nobody told us of.

type PressRow = typeof press.$inferSelect;

/** Our people among AURA's customers. */
export async function findCustomers(customerIds: readonly number[]) {
  if (customerIds.length === 0) return [];
  return database()
    .select({ personId: person.id, customerId: person.auraCustomerId })
    .from(person)
    .where(inArray(person.auraCustomerId, [...customerIds]));
}

/**
 * The press that a callout nobody told us of must come from: the person's newest, asked about at AURA without
 * a known outcome, or given up so recently that its request may only now have arrived. Null without one.
 */
export async function findLoosePress(personId: string, at: Date) {
  const [newest] = await database()
    .select()
    .from(press)
    .where(eq(press.personId, personId))
    .orderBy(desc(press.receivedAt))
    .limit(1);
  return newest && isLoose(newest, at) ? newest : null;
}

function isLoose(row: PressRow, at: Date): boolean {
  if (row.calloutId !== null || !row.lastAttemptAt) return false;
  if (row.state === 'recorded') return row.unsettledSince !== null;
  const sinceAttemptMs = at.getTime() - row.lastAttemptAt.getTime();
  return (row.state === 'withdrawn' || row.state === 'expired') && sinceAttemptMs <= LATE_ARRIVAL_MS;
}

/**
 * Keeps a callout that nobody told us of. A press that we had stopped sending is linked to it: unless it was
 * withdrawn, AURA has it.
 */
export async function adoptCallout(created: CreatedCallout, pressId: string | null): Promise<void> {
  await transaction(async (tx) => {
    await recordCallout(tx, created);
    if (!pressId) return;
    const linked = await tx
      .update(press)
      .set({
        calloutId: created.calloutId,
        state: sql`case
          when ${press.state} = 'withdrawn' or ${press.withdrawRequestedAt} is not null then 'withdrawn'
          else 'delivered' end`,
        settledAt: created.at,
        unsettledSince: null,
        claimedUntil: null,
      })
      .where(eq(press.id, pressId))
      .returning();
    for (const row of linked) await queuePositionNote(tx, { ...row, fix: asFix(row) }, created.at);
    await announceChange(tx, { about: 'press', pressId, personId: created.personId });
  });
}
