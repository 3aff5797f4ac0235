import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { describeError, log } from '#lib/platform/log.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';

// The one claim-and-retry mechanism: due, claim with a lease and a fencing token, retry with backoff, settle only by the
// holder of the claim. It gives parts of statements, so that each store joins them with what the feature writes. The
// database's clock measures everything, as those of two machines may be apart.

/** The columns `leased` of lib/db/tables.ts. */
type OutboxTable = PgTable & { dueAt: PgColumn; leaseUntil: PgColumn; leaseToken: PgColumn };

/** What a claim gave: by it the row is settled or released. */
export type Claimed = { leaseToken: string | null; dueAt: Date };

type Asking = { execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }> };

type Facts = {
  /** Which rows are still to be worked, whether due or not. */
  isOpen: SQL;
  /** Wakes the worker that waits for such rows. */
  wakeUp: SQL;
};

// Whole milliseconds, because JavaScript holds no more of an instant.
const inMs = (ms: number) =>
  sql<Date>`date_trunc('milliseconds', now()) + ${Math.ceil(ms)}::float8 * interval '1 millisecond'`;

/**
 * Rows by the keys that a locking query with a limit gives. As an array, which is computed once: `key in (query)` may be
 * planned as a join that runs the query again for each row, and then claims far more than the limit.
 */
export function pickOnce(key: PgColumn, query: SQL | { getSQL: () => SQL }): SQL {
  return sql`${key} = any(array(${query}))`;
}

/** The outbox that a table's open rows are. */
export function outboxOf(table: OutboxTable, { isOpen, wakeUp }: Facts) {
  const { dueAt, leaseUntil, leaseToken } = table;
  const isFree = and(isOpen, or(isNull(leaseUntil), lt(leaseUntil, sql`now()`)));
  const isDue = and(isFree, lte(dueAt, sql`now()`));
  return {
    /** Nobody has it in hand. */
    isFree,
    /** Its turn has come, and nobody has it in hand. */
    isDue,
    wakeUp,
    /** Columns of a row that `leaseMs` from now belongs to whoever sets them where it is free. */
    claim: (leaseMs: number) => ({ leaseToken: randomUUID(), leaseUntil: inMs(leaseMs) }),
    /** Columns of a claim that goes on for as long again. */
    renew: (leaseMs: number) => ({ leaseUntil: inMs(leaseMs) }),
    /** Whether the claim still stands. One that ran out stands until another takes the row. */
    isHeldBy: (claimed: Pick<Claimed, 'leaseToken'>) =>
      claimed.leaseToken === null ? sql`false` : eq(leaseToken, claimed.leaseToken),
    /** Columns of a row of which nothing is left to do, or whose claim counts no more. */
    settled: { leaseToken: null, leaseUntil: null },
    /** Columns of a row that is due `afterMs` from now. What made it due while it was in hand is not lost. */
    released: (claimed: Claimed, afterMs: number) => ({
      leaseToken: null,
      leaseUntil: null,
      dueAt: sql<Date>`case when date_trunc('milliseconds', ${dueAt}) = ${claimed.dueAt.toISOString()}::timestamptz
        then ${inMs(afterMs)} else least(${dueAt}, ${inMs(afterMs)}) end`,
    }),
    /** The column of a row that is due in so many milliseconds, whoever has it in hand. */
    dueIn: (ms: number) => ({ dueAt: inMs(ms) }),
    /** The rows by this key that are due, the longest waiting first; those that others claim right now are left out. */
    pick: (key: PgColumn, limit: number, onlyIf?: SQL): SQL =>
      pickOnce(
        key,
        sql`select ${key} from ${table} where ${and(isDue, onlyIf)}
        order by ${dueAt} limit ${limit} for update skip locked`,
      ),
    /** Milliseconds until a row is due, or until the claim of one that is runs out; null when none is open. */
    nextDueMs: async (connection: Asking, onlyIf?: SQL): Promise<number | null> => {
      const { rows } = await connection.execute(sql`
        select ceil(extract(epoch from min(greatest(${dueAt}, ${leaseUntil})) - now()) * 1000)::float8 as ms
        from ${table} where ${and(isOpen, onlyIf)}`);
      const ms = rows[0]?.ms;
      return typeof ms === 'number' ? Math.max(0, ms) : null;
    },
  };
}

/** Works claimed rows side by side. One that fails is logged and holds up no other: it comes back when its lease ends. */
export async function workEach<Row>(
  what: string,
  rows: readonly Row[],
  work: (row: Row) => Promise<unknown>,
  atOnce = rows.length,
): Promise<void> {
  await mapConcurrent([...rows], atOnce, async (row) => {
    try {
      await work(row);
    } catch (error) {
      log.error({ error: describeError(error), what }, 'work of the outbox failed');
    }
  });
}
