import 'server-only';
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import { commitIn } from '#lib/panic/commit-store.ts';
import { requestingWithdrawal } from '#lib/panic/core/changes.ts';
import type { Press } from '#lib/panic/core/press.ts';
import { toPress } from '#lib/panic/store.ts';

/**
 * Records a withdrawal request, which the worker carries out if this process dies. Null when the press is settled,
 * another person's, or absent. Throws, with nothing written, when the signal is aborted before the commit.
 */
export function requestWithdrawal(
  id: string,
  personId: string,
  at: Date,
  signal?: AbortSignal,
): Promise<Press | null> {
  return transaction(async (tx) => {
    const requested = await commitIn(tx, requestingWithdrawal({ id, personId }, at));
    if (requested) signal?.throwIfAborted();
    return requested;
  });
}

/** How many presses that have not arrived a person may withdraw in {@link UNARRIVED_WINDOW_MS}. */
export const MOST_UNARRIVED = 10;
const UNARRIVED_WINDOW_MS = 10 * 60_000;

/** Rows by {@link insertWithdrawn} whose press has not arrived since. */
const isUnarrived = and(
  eq(press.state, 'withdrawn'),
  eq(press.withdrawRequestedAt, press.receivedAt),
  eq(press.settledAt, press.receivedAt),
  eq(press.attempts, 0),
  isNull(press.calloutId),
  isNull(press.place),
);

/**
 * Stores a press as withdrawn before it arrived, so that it is not sent if it does. Null when the id exists, of any
 * person, or the person has withdrawn as many as anybody may need to: whoever holds a token could fill the table.
 */
export async function insertWithdrawn(id: string, personId: string, at: Date): Promise<Press | null> {
  const since = new Date(at.getTime() - UNARRIVED_WINDOW_MS);
  const recent = and(eq(press.personId, personId), gt(press.receivedAt, since), isUnarrived);
  // First without the lock: a flood must not keep connections that presses need.
  if ((await database().$count(press, recent)) >= MOST_UNARRIVED) return null;
  return transaction(async (tx) => {
    // One at a time for a person, so that many at once are counted.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`unarrived ${personId}`}, 0))`);
    if ((await tx.$count(press, recent)) >= MOST_UNARRIVED) return null;
    const [inserted] = await tx
      .insert(press)
      .values({
        ...{ id, personId, kind: 'real', state: 'withdrawn' },
        ...{ pressedAt: at, receivedAt: at, withdrawRequestedAt: at, settledAt: at },
      })
      .onConflictDoNothing()
      .returning();
    return inserted ? toPress(inserted) : null;
  });
}

/** Deletes them where they were written between the two instants. */
export async function deleteUnarrived(from: Date, before: Date): Promise<void> {
  await database()
    .delete(press)
    .where(and(gt(press.receivedAt, from), lt(press.receivedAt, before), isUnarrived));
}
