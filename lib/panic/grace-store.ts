import 'server-only';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { press } from '#lib/db/tables.ts';
import { announcement } from '#lib/live/changes.ts';
import { outbox } from '#lib/panic/store.ts';

/**
 * Ends the grace of a held press: from now on anybody may claim it, and the worker does should this process not. False
 * when it is not held, was taken back, is not this person's, or not there.
 */
export async function endGrace(id: string, personId: string): Promise<boolean> {
  const ended = await database()
    .update(press)
    .set({ sendsAt: sql`now()`, ...outbox.dueIn(0) })
    .where(
      and(
        eq(press.id, id),
        eq(press.personId, personId),
        eq(press.state, 'recorded'),
        isNull(press.withdrawRequestedAt),
        gt(press.sendsAt, sql`now()`),
      ),
    )
    .returning({
      announced: announcement({ about: 'press', pressId: id, personId }),
      woken: outbox.wakeUp,
    });
  return ended.length === 1;
}
