import 'server-only';
import { and, eq, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { person, press } from '#lib/db/tables.ts';
import { asFix, type Fix } from '#lib/geo/model.ts';
import { announceChange, announcement } from '#lib/live/changes.ts';
import { type PressRecord, STRANDED_MS } from '#lib/panic/model.ts';
import type { PressProblem } from '#lib/panic/schema.ts';
import { addJob, jobAddition } from '#lib/platform/jobs.ts';

// A press, its delivery job, and who has it in hand. How a press ends is in settle-store.ts. Claims are measured by
// the database's clock, as those of two machines may be apart.

export type Connection = Database | Transaction;
export type PressRow = typeof press.$inferSelect;
export type NewPress = typeof press.$inferInsert;

const JOB_KEY = 'press.deliver:';
/** How much longer than its call to AURA a claim lasts: time to write the outcome down. */
const CLAIM_MARGIN_MS = 3_000;

/** A press in the hands of one process, until then: whoever writes it down must still be that one. */
export type Claim = { id: string; personId: string; claimedUntil: Date };

export type ClaimedPress = PressRecord &
  Claim & { customerId: number; kind: 'real' | 'test'; fix: Fix | null };

/**
 * Commits a press together with the job that delivers it should this process die, in one statement; with
 * `deadlineMs` it is in this process's hands, its first attempt begun, else it is in nobody's. Null when the id is there already, whoever
 * pressed it, and nothing is changed.
 */
export async function insertPress(
  fields: NewPress,
  firstJobAt: Date,
  deadlineMs: number | null,
): Promise<{ customerId: number; claimedUntil: Date } | null> {
  const begun = deadlineMs === null ? fields : { ...fields, ...firstAttempt(fields.receivedAt, deadlineMs) };
  const [inserted] = await insertIn(database(), begun, firstJobAt);
  if (!inserted) return null;
  return {
    customerId: Number(inserted.customerId),
    claimedUntil: inserted.claimedUntil ?? fields.receivedAt,
  };
}

function firstAttempt(at: Date, deadlineMs: number) {
  return { attempts: 1, lastAttemptAt: at, unsettledSince: at, claimedUntil: claimEnd(deadlineMs) };
}

/** A claim's end is computed by the database. */
type Inserted = Omit<NewPress, 'claimedUntil'> & { claimedUntil?: SQL<Date> | Date | null | undefined };

export function insertIn(connection: Connection, fields: Inserted, firstJobAt: Date) {
  return connection
    .insert(press)
    .values(fields)
    .onConflictDoNothing()
    .returning({
      customerId: sql<string>`(select aura_customer_id from person where id = ${fields.personId})`,
      claimedUntil: press.claimedUntil,
      announced: announcement({ about: 'press', pressId: fields.id, personId: fields.personId }),
      scheduled: delivery(fields.id, firstJobAt),
    });
}

/** One delivery job a press: scheduling again moves it. */
export function scheduleDelivery(pressId: string, runAt: Date): Promise<void> {
  return addJob(database(), 'press.deliver', { pressId }, jobOptions(pressId, runAt));
}

/** The same as part of a statement. */
export function delivery(pressId: string, runAt: Date): SQL<unknown> {
  return jobAddition('press.deliver', { pressId }, jobOptions(pressId, runAt));
}

export function noDelivery(pressId: string): SQL<unknown> {
  return sql`graphile_worker.remove_job(${JOB_KEY + pressId}) is null`;
}

function jobOptions(pressId: string, runAt: Date) {
  return { key: `${JOB_KEY}${pressId}`, runAt };
}

export async function findPress(
  id: string,
): Promise<(PressRecord & { personId: string; fix: Fix | null }) | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? { ...toRecord(row), personId: row.personId, fix: asFix(row) } : null;
}

// Whole milliseconds, because the claim is compared with what JavaScript can hold of it.
function claimEnd(deadlineMs: number): SQL<Date> {
  const ms = Math.ceil(deadlineMs) + CLAIM_MARGIN_MS;
  return sql`date_trunc('milliseconds', now()) + ${ms}::int * interval '1 millisecond'`;
}

/** The press for exactly one process at a time, as it stands; null when it is settled or somebody has it. */
export async function claimPress(id: string, deadlineMs: number): Promise<ClaimedPress | null> {
  const [row] = await database()
    .update(press)
    .set({ claimedUntil: claimEnd(deadlineMs) })
    .from(person)
    .where(
      and(
        eq(press.id, id),
        eq(person.id, press.personId),
        eq(press.state, 'recorded'),
        or(isNull(press.claimedUntil), lt(press.claimedUntil, sql`now()`)),
      ),
    )
    .returning();
  if (!row?.claimedUntil) return null;
  const { personId, kind, claimedUntil } = row;
  const customerId = row.person.auraCustomerId;
  return { ...toRecord(row), personId, kind, claimedUntil, customerId, fix: asFix(row) };
}

/**
 * The same press for as long again as one call to AURA takes, and whether it was taken back meanwhile; null when
 * it is not in these hands any more. What was known of attempts when it was claimed stays as it was then.
 */
export async function keepClaim(
  claimed: ClaimedPress,
  deadlineMs: number,
  change: { calloutId?: number } = {},
): Promise<ClaimedPress | null> {
  const [row] = await database()
    .update(press)
    .set({ ...change, claimedUntil: claimEnd(deadlineMs) })
    .where(isHeldBy(claimed))
    .returning({ claimedUntil: press.claimedUntil, withdrawRequestedAt: press.withdrawRequestedAt });
  return row?.claimedUntil ? { ...claimed, ...row, claimedUntil: row.claimedUntil } : null;
}

export function isHeldBy({ id, claimedUntil }: Claim) {
  return and(eq(press.id, id), eq(press.state, 'recorded'), eq(press.claimedUntil, claimedUntil));
}

/** Until when somebody has this press; null when nobody has, or it is settled. */
export async function findClaim(id: string): Promise<Date | null> {
  const [row] = await database()
    .select({ claimedUntil: press.claimedUntil })
    .from(press)
    .where(and(eq(press.id, id), eq(press.state, 'recorded')));
  return row?.claimedUntil ?? null;
}

/**
 * Recorded presses in nobody's hands that no job will look at in time: its job failed, and the runner's own
 * pauses grow; or its worker was killed, and the runner holds the job for hours.
 */
export async function listStranded(limit: number): Promise<string[]> {
  const longAgo = sql`now() - ${STRANDED_MS}::int * interval '1 millisecond'`;
  const rows = await database()
    .select({ id: press.id })
    .from(press)
    .where(
      and(
        eq(press.state, 'recorded'),
        lt(press.receivedAt, longAgo),
        or(isNull(press.claimedUntil), lt(press.claimedUntil, sql`now()`)),
        sql`not exists (
          select from graphile_worker.jobs as job
          where job.key = ${JOB_KEY} || ${press.id}
            and (job.attempts = 0 or job.locked_at > ${longAgo})
        )`,
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Writes down that AURA is about to be asked, in one statement with the last look at whether it still may be:
 * false when the press was taken back or has expired meanwhile, or is in other hands.
 */
export async function beginAttempt(claimed: Claim, at: Date, expiryMinutes: number): Promise<boolean> {
  const begun = await database()
    .update(press)
    .set({
      attempts: sql`${press.attempts} + 1`,
      lastAttemptAt: at,
      unsettledSince: sql`coalesce(${press.unsettledSince}, ${at.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        isHeldBy(claimed),
        isNull(press.withdrawRequestedAt),
        sql`${press.receivedAt} > now() - ${expiryMinutes}::float8 * interval '1 minute'`,
      ),
    )
    .returning({ id: press.id });
  return begun.length === 1;
}

/**
 * Gives a claim up without an outcome, with the reason why the press is not with AURA and when it is looked at
 * again. Whoever does not hold it any more changes nothing.
 */
export async function releasePress(
  claimed: Claim,
  nextLookAt: Date,
  change: { lastProblem?: PressProblem; unsettledSince?: Date | null; calloutId?: null } = {},
): Promise<void> {
  const { id, personId } = claimed;
  await database()
    .update(press)
    .set({ ...change, claimedUntil: null })
    .where(isHeldBy(claimed))
    .returning({
      announced: announcement({ about: 'press', pressId: id, personId }),
      scheduled: delivery(id, nextLookAt),
    });
}

/** Tells open pages of a press in which nothing changed but its age. */
export async function announcePress(pressId: string, personId: string): Promise<void> {
  await announceChange(database(), { about: 'press', pressId, personId });
}

export function toRecord(row: PressRow): PressRecord {
  return {
    id: row.id,
    state: row.state,
    receivedAt: row.receivedAt,
    settledAt: row.settledAt,
    attempts: row.attempts,
    lastProblem: row.lastProblem,
    calloutId: row.calloutId,
    hasFix: asFix(row) !== null,
    unsettledSince: row.unsettledSince,
    lastAttemptAt: row.lastAttemptAt,
    withdrawRequestedAt: row.withdrawRequestedAt,
  };
}
