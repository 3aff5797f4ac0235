import 'server-only';
import { and, count, eq, gt, inArray, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { limitEvent } from '#lib/db/identity-tables.ts';

export type Limit = { key: string; max: number; windowMs: number };

/**
 * Counts against all limits or none; returns the first exhausted one. An advisory lock prevents overruns. Limits of one key
 * share its count: shorter times of fewer make waits that grow.
 */
export async function takeWithinLimits<L extends Limit>(limits: readonly L[], at: Date): Promise<L | null> {
  return transaction(async (tx) => {
    const keys = [...new Set(limits.map(({ key }) => key))];
    // Fixed order prevents deadlocks.
    for (const key of keys.toSorted((a, b) => a.localeCompare(b))) {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
    }
    for (const limit of limits) {
      if ((await countSince(tx, limit, at)) >= limit.max) return limit;
    }
    await tx.insert(limitEvent).values(keys.map((key) => ({ key, at })));
    return null;
  });
}

/** Takes back what was counted under these keys. */
export async function forgetCounts(keys: readonly string[]): Promise<void> {
  await database()
    .delete(limitEvent)
    .where(inArray(limitEvent.key, [...keys]));
}

async function countSince(tx: Transaction, limit: Limit, at: Date): Promise<number> {
  const since = new Date(at.getTime() - limit.windowMs);
  const [row] = await tx
    .select({ events: count() })
    .from(limitEvent)
    .where(and(eq(limitEvent.key, limit.key), gt(limitEvent.at, since)));
  return row?.events ?? 0;
}
