import 'server-only';
import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { database, type Transaction } from '#lib/db/database.ts';
import { calloutMessage, messageStream } from '#lib/db/following-tables.ts';
import { callout } from '#lib/db/tables.ts';

/** When AURA was last asked for a conversation, and when it last answered. */
export async function findStream(calloutId: number) {
  const [row] = await database().select().from(messageStream).where(eq(messageStream.calloutId, calloutId));
  return row ?? null;
}

/** Claims the read: true for one caller in the deployment, if the last was before `before`. */
export async function claimRead(calloutId: number, before: Date, at: Date): Promise<boolean> {
  const claimed = await database()
    .insert(messageStream)
    .values({ calloutId, askedAt: at })
    .onConflictDoUpdate({
      target: messageStream.calloutId,
      set: { askedAt: at },
      setWhere: lt(messageStream.askedAt, before),
    })
    .returning({ calloutId: messageStream.calloutId });
  return claimed.length === 1;
}

/** Open callouts whose conversation was last read before `before`: watched first, then the longest unread. */
export async function listDueForRead(before: Date, at: Date, limit: number): Promise<number[]> {
  const isWatched = sql`coalesce(${callout.watchedUntil} > ${at.toISOString()}::timestamptz, false)`;
  const rows = await database()
    .select({ id: callout.id })
    .from(callout)
    .leftJoin(messageStream, eq(messageStream.calloutId, callout.id))
    .where(
      and(isNull(callout.closedAt), or(isNull(messageStream.askedAt), lt(messageStream.askedAt, before))),
    )
    .orderBy(desc(isWatched), sql`${messageStream.askedAt} asc nulls first`)
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Serializes writers of one conversation without locking the callout's row. */
export async function lockConversation(tx: Transaction, calloutId: number): Promise<void> {
  await tx.insert(messageStream).values({ calloutId, askedAt: sql`now()` }).onConflictDoNothing();
  await tx.select().from(messageStream).where(eq(messageStream.calloutId, calloutId)).for('update');
}

/** Deletes what was said in these callouts. */
export async function eraseMessages(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx.delete(calloutMessage).where(inArray(calloutMessage.calloutId, [...calloutIds]));
}
