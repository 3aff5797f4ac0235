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
import type { Client } from 'pg';
import { z } from 'zod';
import { auditEntry } from '#lib/db/audit-tables.ts';
import { alert, auraCallMinute, auraDrift, webhookRegistration } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { directClient, endDirectly } from '#lib/db/direct.ts';
import { calloutMessage, calloutRating, cancellation } from '#lib/db/following-tables.ts';
import { scheduledJob } from '#lib/db/job-tables.ts';
import { canaryPress } from '#lib/db/press-tables.ts';
import { callout, person, press, user } from '#lib/db/tables.ts';
import { following, webhookEvent } from '#lib/db/webhook-tables.ts';
import type { Waiting } from '#lib/integration/schema.ts';
import { now } from '#lib/platform/clock.ts';
import type { ClockReading } from '#lib/platform/clock-skew.ts';

const HOUR_MS = 3_600_000;
/** Presses are settled long before; the bound keeps the query cheap. */
const PRESSES_READ_MS = 48 * HOUR_MS;
const DRIFT_SHOWN = 100;
/** With backoff, about half an hour of failures. */
const FAILING_AFTER = 5;
/** Advisory lock: one doctor run per deployment. */
const DOCTOR_LOCK = 7_146_313;

const whole = (what: SQL) => what.mapWith(Number);

/** Call counts since a time, by operation, outcome and duration bucket, and how many since `recent`. */
export async function listCalls(since: Date, recent: Date) {
  const { minute, operation, outcome, bucketMs, attempts } = auraCallMinute;
  return database()
    .select({
      operation,
      outcome,
      bucketMs,
      attempts: whole(sql`sum(${attempts})`),
      recent: whole(
        sql`coalesce(sum(${attempts}) filter (where ${minute} >= ${recent.toISOString()}::timestamptz), 0)`,
      ),
      lastAt: sql`max(${minute})`.mapWith(minute),
    })
    .from(auraCallMinute)
    .where(gte(minute, since))
    .groupBy(operation, outcome, bucketMs)
    .orderBy(operation, outcome, bucketMs);
}

/** Latest differences between AURA's answers and the contract. */
export async function listDrift() {
  return database().select().from(auraDrift).orderBy(desc(auraDrift.lastSeenAt)).limit(DRIFT_SHOWN);
}

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

/** Practice presses received since, by door. */
export async function countCanaries(since: Date) {
  return database()
    .select({ door: canaryPress.door, isWhole: canaryPress.isWhole, presses: count() })
    .from(canaryPress)
    .where(gt(canaryPress.receivedAt, since))
    .groupBy(canaryPress.door, canaryPress.isWhole);
}

/** Since when the poller has failed; null while it succeeds. */
export async function readFailedSince(): Promise<Date | null> {
  const [row] = await database().select({ failedSince: following.failedSince }).from(following);
  return row?.failedSince ?? null;
}

/** Scheduled jobs that are due, and how many fail repeatedly. */
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

/** Backlogs towards AURA and of webhook events. Each query has a matching partial index. */
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

export async function countPresses(at: Date) {
  return database()
    .select({ kind: press.kind, state: press.state, presses: count() })
    .from(press)
    .where(gt(press.receivedAt, new Date(at.getTime() - HOUR_MS)))
    .groupBy(press.kind, press.state);
}

/** Presses without a callout that no operator has acknowledged. */
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

export async function countOpenCallouts() {
  return database()
    .select({ kind: callout.kind, stage: callout.stage, callouts: count() })
    .from(callout)
    .where(isNull(callout.closedAt))
    .groupBy(callout.kind, callout.stage)
    .orderBy(asc(callout.stage));
}

const clockRow = z.object({ ms: z.coerce.number() });

/** The database's time between two readings of ours. */
export async function readDatabaseClock(): Promise<ClockReading> {
  const sentAtMs = now().getTime();
  const { rows } = await database().execute(sql`select extract(epoch from clock_timestamp()) * 1000 as ms`);
  const heardAtMs = now().getTime();
  return { theirsMs: Math.floor(clockRow.parse(rows[0]).ms), sentAtMs, heardAtMs };
}

export async function countMigrations(): Promise<number> {
  const { rows } = await database().execute(sql`select count(*) as ms from drizzle.__drizzle_migrations`);
  return clockRow.parse(rows[0]).ms;
}

/** The doctor's last completed run. */
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

/** Whether a customer has an open callout, or a press that may become one. */
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

/** Takes the doctor's lock; returns its release, or null while another run holds it. */
export async function lockDoctor(): Promise<(() => Promise<void>) | null> {
  const client = directClient('vigil doctor', { connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  let isMine = false;
  try {
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      DOCTOR_LOCK,
    ]);
    isMine = rows[0]?.mine === true;
    return isMine ? () => unlockDoctor(client) : null;
  } finally {
    if (!isMine) endDirectly(client);
  }
}

async function unlockDoctor(client: Client): Promise<void> {
  try {
    await client.query('select pg_advisory_unlock($1)', [DOCTOR_LOCK]);
  } catch {
    // Ending the connection also releases the lock.
  }
  endDirectly(client);
}
