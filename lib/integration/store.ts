import 'server-only';
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  lte,
  min,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { auditEntry } from '#lib/db/audit-tables.ts';
import { alert, auraCallMinute, auraDrift, webhookRegistration } from '#lib/db/console-tables.ts';
import { database, pool } from '#lib/db/database.ts';
import { calloutMessage, calloutRating, cancellation } from '#lib/db/following-tables.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { callout, person, press, user } from '#lib/db/tables.ts';
import { following, webhookEvent } from '#lib/db/webhook-tables.ts';
import type { Waiting } from '#lib/integration/schema.ts';
import { now } from '#lib/platform/clock.ts';
import type { ClockReading } from '#lib/platform/clock-skew.ts';

const HOUR_MS = 3_600_000;
/** A press is settled long before: reading no further keeps this as cheap as two days of presses. */
const PRESSES_READ_MS = 48 * HOUR_MS;
const DRIFT_SHOWN = 100;
/** With backoff that is half an hour of failures. */
const FAILING_AFTER = 5;
/** Held in the database by the one doctor of the deployment that runs. */
const DOCTOR_LOCK = 7_146_313;

const whole = (what: SQL) => what.mapWith(Number);

/** How AURA answered since then: attempts by operation, outcome and duration, and how many of them since `recent`. */
export async function listCalls(since: Date, recent: Date) {
  const { minute, operation, outcome, withTimeout, attempts } = auraCallMinute;
  return database()
    .select({
      operation,
      outcome,
      withTimeout,
      attempts: whole(sql`sum(${attempts})`),
      recent: whole(
        sql`coalesce(sum(${attempts}) filter (where ${minute} >= ${recent.toISOString()}::timestamptz), 0)`,
      ),
      lastAt: sql`max(${minute})`.mapWith(minute),
    })
    .from(auraCallMinute)
    .where(gte(minute, since))
    .groupBy(operation, outcome, withTimeout)
    .orderBy(operation, outcome, withTimeout);
}

/** What AURA sent last that the contract does not know. */
export async function listDrift() {
  return database().select().from(auraDrift).orderBy(desc(auraDrift.lastSeenAt)).limit(DRIFT_SHOWN);
}

/** The newest registration that was made from here, with the name of who made it. */
export async function latestRegistration() {
  const [row] = await database()
    .select({ registration: webhookRegistration, by: user.name })
    .from(webhookRegistration)
    .leftJoin(user, eq(user.id, webhookRegistration.registeredBy))
    .orderBy(desc(webhookRegistration.id))
    .limit(1);
  return row ?? null;
}

export async function insertRegistration(row: typeof webhookRegistration.$inferInsert): Promise<void> {
  await database().insert(webhookRegistration).values(row);
}

export async function latestDelivery(): Promise<{ at: Date; message: string | null } | null> {
  const [row] = await database()
    .select({ at: webhookEvent.receivedAt, message: webhookEvent.message })
    .from(webhookEvent)
    .orderBy(desc(webhookEvent.receivedAt), desc(webhookEvent.id))
    .limit(1);
  return row ?? null;
}

/** Since when the poller gets no answer; null while it does. */
export async function readFailedSince(): Promise<Date | null> {
  const [row] = await database().select({ failedSince: following.failedSince }).from(following);
  return row?.failedSince ?? null;
}

/** Jobs that come back by the clock: those that could run now, and how many fail again and again. */
export async function readJobs(at: Date): Promise<{ jobs: Waiting; failing: number }> {
  const [row] = await database()
    .select({ failing: count() })
    .from(scheduledJob)
    .where(gte(scheduledJob.attempts, FAILING_AFTER));
  const isReady = sql`${scheduledJob.dueAt} <= ${at.toISOString()}::timestamptz and
    (${scheduledJob.leaseUntil} is null or ${scheduledJob.leaseUntil} < now())`;
  return { jobs: await waitingIn(scheduledJob, scheduledJob.dueAt, isReady), failing: row?.failing ?? 0 };
}

async function waitingIn(table: PgTable, since: PgColumn, which: SQL | undefined): Promise<Waiting> {
  const [row] = await database()
    .select({ count: count(), oldestAt: min(since) })
    .from(table)
    .where(which);
  const oldestAt = row?.oldestAt;
  return { count: row?.count ?? 0, oldestAt: oldestAt instanceof Date ? oldestAt.toISOString() : null };
}

/** Not held: within its grace a press waits for its person, and for nothing of ours. */
const isOut = or(isNull(press.sendsAt), lte(press.sendsAt, sql`now()`));

/** What is still to go to AURA, or to be read from it. Each has an index of exactly these rows. */
export async function readQueues(at: Date) {
  const recent = gt(press.receivedAt, new Date(at.getTime() - PRESSES_READ_MS));
  const [presses, webhookEvents, messages, cancellations, ratings] = await Promise.all([
    waitingIn(press, press.receivedAt, and(recent, isOut, eq(press.state, 'recorded'))),
    waitingIn(webhookEvent, webhookEvent.dueAt, sql`${webhookEvent.state} in ('received', 'waiting')`),
    waitingIn(calloutMessage, calloutMessage.dueAt, sql`${calloutMessage.state} = 'queued'`),
    waitingIn(cancellation, cancellation.dueAt, sql`${cancellation.state} = 'waiting'`),
    waitingIn(calloutRating, calloutRating.dueAt, sql`${calloutRating.state} = 'queued'`),
  ]);
  return { presses, webhookEvents, messages, cancellations, ratings };
}

/** Presses of the last hour by their state. */
export async function countPresses(at: Date) {
  return database()
    .select({ kind: press.kind, state: press.state, presses: count() })
    .from(press)
    .where(gt(press.receivedAt, new Date(at.getTime() - HOUR_MS)))
    .groupBy(press.kind, press.state);
}

/** Presses that AURA does not have and nobody has taken up. */
export async function countUnacknowledged(): Promise<number> {
  const [row] = await database()
    .select({ presses: count() })
    .from(press)
    .leftJoin(
      alert,
      and(
        eq(alert.kind, 'press_undelivered'),
        eq(alert.subject, sql`${press.id}::text`),
        isNotNull(alert.acknowledgedAt),
      ),
    )
    .where(
      and(
        notInArray(press.state, ['delivered', 'withdrawn']),
        isOut,
        isNull(press.outcome),
        isNull(alert.subject),
      ),
    );
  return row?.presses ?? 0;
}

/** Callouts that are not closed, by stage. */
export async function countOpenCallouts() {
  return database()
    .select({ kind: callout.kind, stage: callout.stage, callouts: count() })
    .from(callout)
    .where(isNull(callout.closedAt))
    .groupBy(callout.kind, callout.stage)
    .orderBy(asc(callout.stage));
}

const clockRow = z.object({ ms: z.coerce.number() });

/** What the database's clock says, between two moments of ours. */
export async function readDatabaseClock(): Promise<ClockReading> {
  const sentAtMs = now().getTime();
  const { rows } = await database().execute(sql`select extract(epoch from clock_timestamp()) * 1000 as ms`);
  const heardAtMs = now().getTime();
  return { theirsMs: Math.floor(clockRow.parse(rows[0]).ms), sentAtMs, heardAtMs };
}

/** How many migrations the database has had. */
export async function countMigrations(): Promise<number> {
  const { rows } = await database().execute(sql`select count(*) as ms from drizzle.__drizzle_migrations`);
  return clockRow.parse(rows[0]).ms;
}

/** When the doctor last ran to its end, for whom, and what it found. */
export async function latestRun(action: string) {
  const [row] = await database()
    .select({ at: auditEntry.at, summary: auditEntry.detail, by: user.name })
    .from(auditEntry)
    .leftJoin(user, eq(user.id, auditEntry.actorId))
    .where(eq(auditEntry.action, action))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(1);
  return row ?? null;
}

/** Whether a person of ours has a callout that is open, or a press that may still become one. */
export async function isAwaitingHelp(customerId: number, at: Date): Promise<boolean> {
  const own = eq(person.auraCustomerId, customerId);
  const open = database()
    .select({ id: callout.id })
    .from(callout)
    .innerJoin(person, eq(person.id, callout.personId))
    .where(and(own, isNull(callout.closedAt)));
  const pressed = database()
    .select({ id: press.id })
    .from(press)
    .innerJoin(person, eq(person.id, press.personId))
    .where(
      and(own, eq(press.state, 'recorded'), gt(press.receivedAt, new Date(at.getTime() - PRESSES_READ_MS))),
    );
  const { rows } = await database().execute<{ awaiting: boolean }>(
    sql`select exists(${open}) or exists(${pressed}) as awaiting`,
  );
  return rows[0]?.awaiting === true;
}

/** Takes the doctor's lock for this process; gives what lets go of it, or null while another doctor runs. */
export async function lockDoctor(): Promise<(() => Promise<void>) | null> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      DOCTOR_LOCK,
    ]);
    if (rows[0]?.mine) return () => unlockDoctor(client);
    client.release();
    return null;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function unlockDoctor(client: PoolClient): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock($1)', [DOCTOR_LOCK]);
    client.release();
  } catch {
    // Ending the connection gives the lock up as well.
    client.release(true);
  }
}
