import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { describeError, log } from '#lib/platform/log.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';

// The outbox: due, claim with a lease and a fencing token, retry with backoff, settle only by the holder of the claim.
// It returns parts of SQL statements, which each store combines with its own writes. All times are by the database's
// clock, as those of two machines may differ.

/** The columns `leased` of lib/db/tables.ts. */
type OutboxTable = PgTable & { dueAt: PgColumn; leaseUntil: PgColumn; leaseToken: PgColumn };

/** The result of a claim; needed to settle or release the row. */
export type Claimed = { leaseToken: string | null; dueAt: Date };

type Executor = { execute: (query: SQL) => Promise<{ rows: Record<string, unknown>[] }> };

type Facts = {
  /** Rows that are not finished, due or not. */
  isOpen: SQL;
  /** Wakes the worker's job for these rows. */
  wakeUp: SQL;
};

// Whole milliseconds, as in JavaScript dates.
const inMs = (ms: number) =>
  sql<Date>`date_trunc('milliseconds', now()) + ${Math.ceil(ms)}::float8 * interval '1 millisecond'`;

/**
 * Rows by the keys that a locking query with a limit gives. As an array, which is computed once: `key in (query)` may be
 * planned as a join that runs the query again for each row, and then claims far more than the limit.
 */
export function pickOnce(key: PgColumn, query: SQL | { getSQL: () => SQL }): SQL {
  return sql`${key} = any(array(${query}))`;
}

export function outboxOf(table: OutboxTable, { isOpen, wakeUp }: Facts) {
  const { dueAt, leaseUntil, leaseToken } = table;
  const isFree = and(isOpen, or(isNull(leaseUntil), lt(leaseUntil, sql`now()`)));
  const isDue = and(isFree, lte(dueAt, sql`now()`));
  return {
    /** No valid lease. */
    isFree,
    isDue,
    wakeUp,
    /** Columns that claim a free row for `leaseMs`. */
    claim: (leaseMs: number) => ({ leaseToken: randomUUID(), leaseUntil: inMs(leaseMs) }),
    /** Columns that extend the lease. */
    renew: (leaseMs: number) => ({ leaseUntil: inMs(leaseMs) }),
    /** Whether the claim still stands: an expired one does until another process claims the row. */
    isHeldBy: (claimed: Pick<Claimed, 'leaseToken'>) =>
      claimed.leaseToken === null ? sql`false` : eq(leaseToken, claimed.leaseToken),
    /** Columns of a finished row, or of one whose claim is void. */
    settled: { leaseToken: null, leaseUntil: null },
    /** Columns of a row that is due `afterMs` from now, or earlier if it became due during the claim. */
    released: (claimed: Claimed, afterMs: number) => ({
      leaseToken: null,
      leaseUntil: null,
      dueAt: sql<Date>`case when date_trunc('milliseconds', ${dueAt}) = ${claimed.dueAt.toISOString()}::timestamptz
        then ${inMs(afterMs)} else least(${dueAt}, ${inMs(afterMs)}) end`,
    }),
    dueIn: (ms: number) => ({ dueAt: inMs(ms) }),
    /** Keys of due rows, longest overdue first, with `SKIP LOCKED`. */
    pick: (key: PgColumn, limit: number, onlyIf?: SQL): SQL =>
      pickOnce(
        key,
        sql`select ${key} from ${table} where ${and(isDue, onlyIf)}
        order by ${dueAt} limit ${limit} for update skip locked`,
      ),
    /** Milliseconds until a row is due or a lease expires; null when no row is open. */
    nextDueMs: async (connection: Executor, onlyIf?: SQL): Promise<number | null> => {
      const { rows } = await connection.execute(sql`
        select ceil(extract(epoch from min(greatest(${dueAt}, ${leaseUntil})) - now()) * 1000)::float8 as ms
        from ${table} where ${and(isOpen, onlyIf)}`);
      const ms = rows[0]?.ms;
      return typeof ms === 'number' ? Math.max(0, ms) : null;
    },
  };
}

/** Processes claimed rows concurrently. A failure is logged, and the row is retried when its lease expires. */
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
      log.error({ error: describeError(error), what }, 'outbox row processing failed');
    }
  });
}
