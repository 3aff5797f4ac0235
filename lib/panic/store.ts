import 'server-only';
import { and, desc, eq, gt, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { PressRecord } from '#lib/panic/model.ts';
import type { PressProblem } from '#lib/panic/schema.ts';
import { type Database, database, type Transaction } from '#lib/platform/db/database.ts';
import { person, press } from '#lib/platform/db/tables.ts';
import { addJob } from '#lib/platform/jobs.ts';

type PressRow = typeof press.$inferSelect;
export type NewPress = Omit<PressRow, 'state' | 'attempts' | 'claimedUntil' | 'settledAt' | 'calloutId'>;

/**
 * Commits a press together with the job that delivers it should this process die. False when the id is
 * there already, whoever pressed it; nothing is changed then.
 */
export async function insertPress(fields: NewPress, firstJobAt: Date): Promise<boolean> {
  return database().transaction(async (tx) => {
    const inserted = await tx
      .insert(press)
      .values({ ...fields, state: 'recorded' })
      .onConflictDoNothing()
      .returning({ id: press.id });
    if (inserted.length === 0) return false;
    await scheduleDelivery(tx, fields.id, firstJobAt);
    return true;
  });
}

/** One delivery job a press: scheduling again moves it. */
export function scheduleDelivery(connection: Database | Transaction, pressId: string, runAt: Date) {
  return addJob(connection, 'press.deliver', { pressId }, { key: `press.deliver:${pressId}`, runAt });
}

export async function findPress(id: string): Promise<(PressRecord & { personId: string }) | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? { ...toRecord(row), personId: row.personId } : null;
}

export type ClaimedPress = PressRecord & {
  personId: string;
  customerId: number;
  kind: 'real' | 'test';
  fix: Fix;
};
export type Fix = Pick<PressRow, 'accuracyM' | 'fixedAt' | 'fixSource'> & {
  latitude: number;
  longitude: number;
};

/** Ends a press that is past its expiry, unless somebody is delivering it right now. */
export async function expirePress(id: string, at: Date, receivedBefore: Date): Promise<void> {
  await database()
    .update(press)
    .set({ state: 'expired', settledAt: at })
    .where(and(eq(press.id, id), isUnclaimed(at), lt(press.receivedAt, receivedBefore)));
}

/** The press for exactly one deliverer at a time, with this attempt counted; null when there is nothing to do. */
export async function claimPress(id: string, at: Date, claimedUntil: Date): Promise<ClaimedPress | null> {
  const [row] = await database()
    .update(press)
    .set({ claimedUntil, attempts: sql`${press.attempts} + 1` })
    .from(person)
    .where(and(eq(press.id, id), eq(person.id, press.personId), isUnclaimed(at), isNotNull(press.latitude)))
    .returning();
  const fix = row ? fixOf(row) : null;
  if (!row || !fix) return null;
  return {
    ...toRecord(row),
    personId: row.personId,
    customerId: row.person.auraCustomerId,
    kind: row.kind,
    fix,
  };
}

function isUnclaimed(at: Date) {
  return and(eq(press.state, 'recorded'), or(isNull(press.claimedUntil), lt(press.claimedUntil, at)));
}

/** Gives a claim up without an outcome: the press stays recorded, with the reason why it is not with AURA. */
export async function releasePress(id: string, problem: PressProblem): Promise<void> {
  await database().update(press).set({ claimedUntil: null, lastProblem: problem }).where(eq(press.id, id));
}

export async function settlePress(
  connection: Database | Transaction,
  id: string,
  outcome: { state: 'delivered'; calloutId: number } | { state: 'rejected'; lastProblem: PressProblem },
  at: Date,
): Promise<void> {
  await connection
    .update(press)
    .set({ ...outcome, settledAt: at, claimedUntil: null })
    .where(eq(press.id, id));
}

function toRecord(row: PressRow): PressRecord {
  return {
    id: row.id,
    state: row.state,
    receivedAt: row.receivedAt,
    settledAt: row.settledAt,
    attempts: row.attempts,
    lastProblem: row.lastProblem,
    calloutId: row.calloutId,
  };
}

function fixOf(row: PressRow): Fix | null {
  const { latitude, longitude, accuracyM, fixedAt, fixSource } = row;
  return latitude === null || longitude === null
    ? null
    : { latitude, longitude, accuracyM, fixedAt, fixSource };
}

/** Presses that AURA does not have, received since `since`: those still being sent first, then the newest. */
export async function listUndelivered(since: Date, limit: number) {
  return database()
    .select({ press, name: person.name, surname: person.surname, mobile: person.mobile })
    .from(press)
    .innerJoin(person, eq(person.id, press.personId))
    .where(and(ne(press.state, 'delivered'), gt(press.receivedAt, since)))
    .orderBy(desc(eq(press.state, 'recorded')), desc(press.receivedAt))
    .limit(limit);
}
