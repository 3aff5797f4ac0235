import 'server-only';
import { sql } from 'drizzle-orm';
import type { PoolClient } from 'pg';
import { amissIn } from '#lib/db/connection.ts';
import { database, pool } from '#lib/db/database.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { press } from '#lib/db/tables.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
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
  if (!(await takesWrites()))
    return ['The database takes no writes: it is a copy, or an administrator has made it read-only.'];
  const amiss = await settingsAmiss();
  if (amiss.length > 0)
    return [
      `A pooler gives out the database's sessions by the transaction, and some of them have other settings than Vigil needs: ${amiss.join(', ')}. Reset these for the role and the database, or let DATABASE_URL lead past the pooler.`,
    ];
  try {
    await database().select().from(press).limit(0);
    await database().select().from(scheduledJob).limit(0);
    return await tablesWithoutRights();
  } catch (error) {
    log.warn({ error: describeError(error) }, 'database schema not current');
    return ['The database does not have the tables of this build; run the migrations.'];
  }
}

// A role that owns nothing was granted the tables of its day. A migration makes others, and the commit of a press writes some.
async function tablesWithoutRights(): Promise<string[]> {
  const { rows } = await database().execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      and not (has_table_privilege(oid, 'select') and has_table_privilege(oid, 'insert'))
    order by relname`);
  const names = rows.map(({ name }) => name).join(', ');
  return names
    ? [
        `The role of DATABASE_URL may not read or write ${names}: grant its rights anew (docs/decisions/0011).`,
      ]
    : [];
}

// With another date format queries succeed, but every page fails.
async function readsTimes(): Promise<boolean> {
  const { rows } = await database().execute<{ at: string }>(sql`select ${A_TIME}::timestamptz as at`);
  return new Date(rows[0]?.at ?? '').toJSON() === A_TIME;
}

// A standby answers every read.
async function takesWrites(): Promise<boolean> {
  const { rows } = await database().execute<{ answer: string }>(
    sql`select current_setting('transaction_read_only') as answer`,
  );
  return rows[0]?.answer !== 'on';
}

const SESSIONS_TO_TRY = 3;

/**
 * The settings that some of our connections do not have, though each was given them when it was made: behind a pooler that
 * gives out sessions by the transaction, a statement may run in a session that never was. Sessions that are in use at the
 * same time show it. Asked until it was right once: what is between us and the database stays there.
 */
async function settingsAmiss(): Promise<string[]> {
  const known = processSingleton('settings-hold', () => ({ isRight: false }));
  if (known.isRight) return [];
  const clients: PoolClient[] = [];
  try {
    // One after the other, so that a pooler settles all of them in one session.
    while (clients.length < SESSIONS_TO_TRY) clients.push(await pool().connect());
    await Promise.all(clients.map((client) => client.query('begin')));
    const amiss = await Promise.all(clients.map(amissIn));
    await Promise.all(clients.map((client) => client.query('rollback')));
    known.isRight = amiss.flat().length === 0;
    return [...new Set(amiss.flat())];
  } catch (error) {
    // Too few free connections right now: the next look will tell.
    log.warn({ error: describeError(error) }, 'the settings of sessions could not be compared');
    return [];
  } finally {
    for (const client of clients) client.release(!known.isRight);
  }
}
