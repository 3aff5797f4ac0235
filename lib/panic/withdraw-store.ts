import 'server-only';
import { database, transaction } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import { commitIn } from '#lib/panic/commit-store.ts';
import { wishing } from '#lib/panic/core/changes.ts';
import type { Press } from '#lib/panic/core/press.ts';
import { toPress } from '#lib/panic/store.ts';

/**
 * Asks for a press to be withdrawn, which the worker does should this process not. Null when it is settled, not this
 * person's, or not there. Throws, and has written nothing, when the signal was aborted before the end.
 */
export function requestWithdrawal(
  id: string,
  personId: string,
  at: Date,
  signal?: AbortSignal,
): Promise<Press | null> {
  return transaction(async (tx) => {
    const wished = await commitIn(tx, requestingWithdrawal({ id, personId }, at));
    if (wished) signal?.throwIfAborted();
    return wished;
  });
}

/**
 * Writes down that a press was taken back before it arrived: should it arrive after all, it finds itself
 * withdrawn and goes nowhere. Null when the id is there already, whoever pressed it.
 */
export async function insertWithdrawn(id: string, personId: string, at: Date): Promise<Press | null> {
  const [inserted] = await database()
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
    .returning();
  return inserted ? toPress(inserted) : null;
}
