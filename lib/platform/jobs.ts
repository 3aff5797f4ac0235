import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Transaction } from '#lib/db/database.ts';

/** Every job and what it carries. A payload holds ids only: it is readable in the database. */
export const jobPayloads = {
  'press.deliver': z.object({ pressId: z.uuid() }),
  'records.sweep': z.object({}),
  'coverage.refresh': z.object({}),
};

export type Jobs = { [Name in keyof typeof jobPayloads]: z.input<(typeof jobPayloads)[Name]> };

/**
 * Adds a job in the caller's transaction, so that work and its job are committed together or not at all.
 * A second job with the same key moves the first one instead of standing beside it.
 */
export async function addJob<Name extends keyof Jobs>(
  connection: Database | Transaction,
  name: Name,
  payload: Jobs[Name],
  options: { key: string; runAt: Date },
): Promise<void> {
  await connection.execute(sql`select ${jobAddition(name, payload, options)}`);
}

/** The same as part of a statement, such as what it returns, where a round trip more would be felt. */
export function jobAddition<Name extends keyof Jobs>(
  name: Name,
  payload: Jobs[Name],
  options: { key: string; runAt: Date },
): SQL<unknown> {
  return sql`graphile_worker.add_job(
    ${name}, payload => ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt.toISOString()}::timestamptz, job_key => ${options.key}, max_attempts => 1000
  ) is not null`;
}
