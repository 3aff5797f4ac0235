import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import { announceChange } from '#lib/live/changes.ts';
import { outbox } from '#lib/panic/store.ts';

/**
 * Asks for a press to be withdrawn, which the worker does should this process not. False when it is settled, not this person's, or not there. Throws, and has written
 * nothing, when the signal was aborted before the end.
 */
export async function requestWithdrawal(
  id: string,
  personId: string,
  at: Date,
  signal?: AbortSignal,
): Promise<boolean> {
  return transaction(async (tx) => {
    const asked = await tx
      .update(press)
      .set({
        withdrawRequestedAt: sql`coalesce(${press.withdrawRequestedAt}, ${at.toISOString()}::timestamptz)`,
        ...outbox.dueIn(0),
      })
      .where(and(eq(press.id, id), eq(press.personId, personId), eq(press.state, 'recorded')))
      .returning({ woken: outbox.wakeUp });
    if (asked.length === 0) return false;
    await announceChange(tx, { about: 'press', pressId: id, personId });
    signal?.throwIfAborted();
    return true;
  });
}

/**
 * Writes down that a press was taken back before it arrived: should it arrive after all, it finds itself
 * withdrawn and goes nowhere. False when the id is there already, whoever pressed it.
 */
export async function insertWithdrawn(id: string, personId: string, at: Date): Promise<boolean> {
  const inserted = await database()
    .insert(press)
    .values({
      id,
      personId,
      kind: 'real',
      state: 'withdrawn',
      pressedAt: at,
      receivedAt: at,
      withdrawRequestedAt: at,
      settledAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: press.id });
  return inserted.length === 1;
}
