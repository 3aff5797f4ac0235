import 'server-only';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import { type Transaction, transaction } from '#lib/db/database.ts';
import { limitEvent } from '#lib/db/identity-tables.ts';

export type Limit = { key: string; max: number; windowMs: number };

/**
 * Counts one event against every limit, or none of them: gives the first limit that is full, else null.
 * The advisory lock makes simultaneous requests for one key take turns, so a limit cannot be overrun.
 */
export async function takeWithinLimits(limits: readonly Limit[], at: Date): Promise<Limit | null> {
  return transaction(async (tx) => {
    // Always in the same order, so that two requests with the same keys cannot wait for each other.
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
