import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { press } from '#lib/db/tables.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

const ANSWER_MS = 2_000;

const A_TIME = '2026-02-03T04:05:06.789Z';

/** Why a press could not be recorded right now, in plain words; empty when it could. */
export async function readiness(): Promise<string[]> {
  try {
    await withTimeout(database().execute(sql`select 1`), ANSWER_MS);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'database not reachable');
    return ['The database does not answer.'];
  }
  if (!(await readsTimes()))
    return ['The database gives times in a form that cannot be read; its settings are at fault.'];
  try {
    await database().select().from(press).limit(0);
    await database().select().from(scheduledJob).limit(0);
    return [];
  } catch (error) {
    log.warn({ error: describeError(error) }, 'database schema not current');
    return ['The database does not have the tables of this build; run the migrations.'];
  }
}

// With another date format queries succeed, but every page fails.
async function readsTimes(): Promise<boolean> {
  const { rows } = await database().execute<{ at: string }>(sql`select ${A_TIME}::timestamptz as at`);
  return new Date(rows[0]?.at ?? '').toJSON() === A_TIME;
}
