import 'server-only';
import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { person, press } from '#lib/db/tables.ts';
import { asFix, type Fix } from '#lib/geo/model.ts';
import { announceChange, announcement } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { HELD_MARGIN_MS, type PressRecord } from '#lib/panic/model.ts';
import { now } from '#lib/platform/clock.ts';
import { type Claimed, outboxOf } from '#lib/platform/outbox.ts';
import type { Kind, PressProblem } from '#lib/vocabulary.ts';

// A press, which is its own delivery job, and who has it in hand. How a press ends is in settle-store.ts.

export type Connection = Database | Transaction;
export type PressRow = typeof press.$inferSelect;
export type NewPress = typeof press.$inferInsert;

export const outbox = outboxOf(press, { isOpen: eq(press.state, 'recorded'), wakeUp: wakeUp('press') });

/** How much longer than its call to AURA a claim lasts: time to write the outcome down. */
const CLAIM_MARGIN_MS = 3_000;

/** A lease on a press: what is written down needs its fencing token. */
export type Claim = Claimed & { id: string; personId: string };

export type ClaimedPress = PressRecord & Claim & { customerId: number; kind: Kind; fix: Fix | null };

/**
 * Commits a press, due at `firstLookAt` should this process die, in one statement; with `deadlineMs` it is in this
 * process's hands, its first attempt begun, else it is under no lease. Null when the id is there already, of
 * whichever person, and nothing is changed.
 */
export async function insertPress(
  fields: NewPress,
  firstLookAt: Date,
  deadlineMs: number | null,
): Promise<({ customerId: number } & Claimed) | null> {
  const begun = deadlineMs === null ? fields : { ...fields, ...firstAttempt(fields.receivedAt, deadlineMs) };
  const [inserted] = await insertIn(database(), { ...begun, dueAt: firstLookAt });
  return inserted ? { ...inserted, customerId: Number(inserted.customerId) } : null;
}

/**
 * Commits a press that is held for its grace, under no lease; gives the end of the grace. Null when the id is there
 * already: a repeat neither shortens nor lengthens a grace.
 */
export async function insertHeld(
  fields: NewPress,
  graceMs: number,
): Promise<{ sendsAt: Date | null } | null> {
  const sendsAt = outbox.dueIn(graceMs).dueAt;
  const held = { ...fields, sendsAt, ...outbox.dueIn(graceMs + HELD_MARGIN_MS) };
  const [inserted] = await insertIn(database(), held);
  return inserted ?? null;
}

/** Its grace is over, or it was taken back: only then is a press for anybody to claim. */
const isReleased = or(
  isNull(press.sendsAt),
  lte(press.sendsAt, sql`now()`),
  isNotNull(press.withdrawRequestedAt),
);

/** The column of a press that is due in so many milliseconds, but never within its grace. */
export function dueAfterGrace(ms: number) {
  return { dueAt: sql<Date>`greatest(${outbox.dueIn(ms).dueAt}, ${press.sendsAt})` };
}

function firstAttempt(at: Date, deadlineMs: number) {
  return { attempts: 1, lastAttemptAt: at, outcomeUnknownSince: at, ...outbox.claim(leaseMs(deadlineMs)) };
}

const leaseMs = (deadlineMs: number) => deadlineMs + CLAIM_MARGIN_MS;

/** What the database's clock may give. */
type Instants = 'leaseUntil' | 'sendsAt' | 'dueAt';
type Inserted = Omit<NewPress, Instants> & {
  leaseUntil?: SQL<Date> | Date | null | undefined;
  sendsAt?: SQL<Date> | Date | null | undefined;
  dueAt?: SQL<Date> | Date | undefined;
};

export function insertIn(connection: Connection, fields: Inserted) {
  return connection
    .insert(press)
    .values(fields)
    .onConflictDoNothing()
    .returning({
      customerId: sql<string>`(select aura_customer_id from person where id = ${fields.personId})`,
      leaseToken: press.leaseToken,
      dueAt: press.dueAt,
      sendsAt: press.sendsAt,
      announced: announcement({ about: 'press', pressId: fields.id, personId: fields.personId }),
      woken: outbox.wakeUp,
    });
}

export async function findPress(
  id: string,
): Promise<(PressRecord & { personId: string; fix: Fix | null }) | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? { ...toRecord(row), personId: row.personId, fix: asFix(row) } : null;
}

/**
 * The press for exactly one process at a time, as it stands, due or not; null when it is settled or held, or another
 * process has it.
 */
export async function claimPress(id: string, deadlineMs: number): Promise<ClaimedPress | null> {
  const [claimed] = await claim(and(eq(press.id, id), outbox.isFree, isReleased), deadlineMs);
  return claimed ?? null;
}

/** The presses whose turn has come, each for exactly one process at a time. */
export function claimDuePresses(limit: number, deadlineMs: number): Promise<ClaimedPress[]> {
  return claim(outbox.pick(press.id, limit, isReleased), deadlineMs);
}

async function claim(which: SQL | undefined, deadlineMs: number): Promise<ClaimedPress[]> {
  const rows = await database()
    .update(press)
    .set(outbox.claim(leaseMs(deadlineMs)))
    .from(person)
    .where(and(which, eq(person.id, press.personId)))
    .returning();
  return rows.map((row) => {
    const { personId, kind, leaseToken, dueAt } = row;
    const customerId = row.person.auraCustomerId;
    return { ...toRecord(row), personId, kind, leaseToken, dueAt, customerId, fix: asFix(row) };
  });
}

/** Milliseconds until a press is due; null when none waits. */
export function nextPressMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
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
    .set({ ...change, ...outbox.renew(leaseMs(deadlineMs)) })
    .where(isHeldBy(claimed))
    .returning({ withdrawRequestedAt: press.withdrawRequestedAt });
  return row ? { ...claimed, ...row } : null;
}

export function isHeldBy(claimed: Claim) {
  return and(eq(press.id, claimed.id), outbox.isHeldBy(claimed));
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
      outcomeUnknownSince: sql`coalesce(${press.outcomeUnknownSince}, ${at.toISOString()}::timestamptz)`,
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
 * again. Without the lease nothing is changed.
 */
export async function releasePress(
  claimed: Claim,
  nextLookAt: Date,
  change: { lastProblem?: PressProblem; outcomeUnknownSince?: Date | null; calloutId?: null } = {},
): Promise<void> {
  const { id, personId } = claimed;
  await database()
    .update(press)
    .set({ ...change, ...outbox.released(claimed, nextLookAt.getTime() - now().getTime()) })
    .where(isHeldBy(claimed))
    .returning({
      announced: announcement({ about: 'press', pressId: id, personId }),
      woken: outbox.wakeUp,
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
    sendsAt: row.sendsAt,
    lastProblem: row.lastProblem,
    calloutId: row.calloutId,
    hasFix: asFix(row) !== null,
    outcomeUnknownSince: row.outcomeUnknownSince,
    lastAttemptAt: row.lastAttemptAt,
    withdrawRequestedAt: row.withdrawRequestedAt,
  };
}
