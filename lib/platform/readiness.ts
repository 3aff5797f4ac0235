import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { press } from '#lib/db/tables.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withinMs } from '#lib/platform/within.ts';

const ANSWER_MS = 2_000;

/** Why a press could not be recorded right now, in plain words; empty when it could. */
export async function readiness(): Promise<string[]> {
  try {
    await withinMs(database().execute(sql`select 1`), ANSWER_MS);
  } catch (error) {
    log.warn({ error: describeError(error) }, 'database not reachable');
    return ['The database does not answer.'];
  }
  try {
    await database().select().from(press).limit(0);
    await database().select().from(scheduledJob).limit(0);
    return [];
  } catch (error) {
    log.warn({ error: describeError(error) }, 'database schema not ready');
    return ['The database does not have the tables of this build; run the migrations.'];
  }
}
