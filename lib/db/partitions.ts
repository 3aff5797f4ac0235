import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { transaction } from '#lib/db/database.ts';

// Tables in partitions by time (decision 0042). Functions of the owner's make and drop them, as the role of the app may own
// nothing.

type PartitionedTable = 'callout_fix' | 'webhook_event';

/** Makes the partitions of the weeks to come; returns how many there were not yet. */
export async function makePartitions(): Promise<number> {
  return callBriefly(sql`select make_partitions() as count`);
}

/**
 * Drops the weeks of which all rows came before, and deletes at most so many rows that are in no week. Returns how many rows
 * are gone; less than `atMost` when none is left.
 */
export async function forgetBefore(table: PartitionedTable, before: Date, atMost: number): Promise<number> {
  return callBriefly(
    sql`select forget_before(${table}, ${before.toISOString()}::timestamptz, ${atMost}) as count`,
  );
}

/**
 * Such a call locks the whole table for a moment. While it waits for that, all others wait behind it: after a second it gives
 * up, and its job tries again.
 */
async function callBriefly(call: SQL): Promise<number> {
  return transaction(async (tx) => {
    await tx.execute(sql`select set_config('lock_timeout', '1s', true)`);
    const { rows } = await tx.execute<{ count: number | string }>(call);
    return Number(rows[0]?.count);
  });
}
