import 'server-only';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { limitEvent } from '#lib/db/identity-tables.ts';

export type Limit = { key: string; max: number; windowMs: number };

/** Counts against all limits or none; returns the first exhausted one. An advisory lock prevents overruns. */
export async function takeWithinLimits(limits: readonly Limit[], at: Date): Promise<Limit | null> {
  return transaction(async (tx) => {
    // Fixed order prevents deadlocks.
    for (const { key } of limits.toSorted((a, b) => a.key.localeCompare(b.key))) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    for (const limit of limits) {
      if ((await countSince(tx, limit, at)) >= limit.max) return limit;
    }
    await tx.insert(limitEvent).values(limits.map(({ key }) => ({ key, at })));
    return null;
  });
}

async function countSince(tx: Transaction, limit: Limit, at: Date): Promise<number> {
  const since = new Date(at.getTime() - limit.windowMs);
  const [row] = await tx
    .select({ events: count() })
    .from(limitEvent)
    .where(and(eq(limitEvent.key, limit.key), gt(limitEvent.at, since)));
  return row?.events ?? 0;
}
