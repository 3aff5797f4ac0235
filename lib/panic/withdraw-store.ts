import 'server-only';
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

/**
 * Stores a press as withdrawn before it arrived, so that it is not sent if it does. Null when the id exists, of any
 * person.
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
