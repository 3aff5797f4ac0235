import 'server-only';
import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { type CreatedCallout, recordCallout } from '#lib/callouts/store.ts';
import { asFix, type Fix, LATE_ARRIVAL_MS, type PressRecord, STRANDED_MS } from '#lib/panic/model.ts';
import type { PressProblem } from '#lib/panic/schema.ts';
import { type Database, database, type Transaction, transaction } from '#lib/platform/db/database.ts';
import { person, press } from '#lib/platform/db/tables.ts';
import { addJob } from '#lib/platform/jobs.ts';

type Connection = Database | Transaction;
type PressRow = typeof press.$inferSelect;
const JOB_KEY = 'press.deliver:';

export type NewPress = typeof press.$inferInsert;

/**
 * Commits a press together with the job that delivers it should this process die. False when the id is
 * there already, whoever pressed it; nothing is changed then.
 */
export async function insertPress(fields: NewPress, firstJobAt: Date): Promise<boolean> {
  return transaction((tx) => insertIn(tx, fields, firstJobAt));
}

/** A press from the journal, with the callout that it led to. The database may have had it all along. */
export async function insertRecovered(
  fields: NewPress,
  created: CreatedCallout | null,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    if (created) await recordCallout(tx, created);
    const isNew = await insertIn(tx, fields, at);
    if (!isNew) await mergeAttempts(tx, fields);
    if (created) await settleIn(tx, fields.id, { state: 'delivered', calloutId: created.calloutId }, at);
  });
}

// What the journal knows of attempts must not be forgotten: it decides whether AURA is asked before the end.
async function mergeAttempts(tx: Transaction, { id, attempts, unsettledSince, lastAttemptAt }: NewPress) {
  await tx
    .update(press)
    .set({
      attempts: sql`${press.attempts} + ${attempts ?? 0}`,
      unsettledSince: sql`coalesce(${press.unsettledSince}, ${unsettledSince?.toISOString() ?? null}::timestamptz)`,
      lastAttemptAt: sql`greatest(${press.lastAttemptAt}, ${lastAttemptAt?.toISOString() ?? null}::timestamptz)`,
    })
    .where(and(eq(press.id, id), eq(press.state, 'recorded')));
}

async function insertIn(tx: Transaction, fields: NewPress, firstJobAt: Date): Promise<boolean> {
  const inserted = await tx.insert(press).values(fields).onConflictDoNothing().returning({ id: press.id });
  if (inserted.length === 0) return false;
  await scheduleIn(tx, fields.id, firstJobAt);
  return true;
}

/** One delivery job a press: scheduling again moves it. */
export function scheduleDelivery(pressId: string, runAt: Date): Promise<void> {
  return scheduleIn(database(), pressId, runAt);
}

function scheduleIn(connection: Connection, pressId: string, runAt: Date): Promise<void> {
  return addJob(connection, 'press.deliver', { pressId }, { key: `${JOB_KEY}${pressId}`, runAt });
}

export async function findPress(id: string): Promise<(PressRecord & { personId: string }) | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? { ...toRecord(row), personId: row.personId } : null;
}

/** Gives a press the position that it was raised without. False when it has one, or is settled. */
export async function fillPosition(id: string, fix: Fix): Promise<boolean> {
  const filled = await database()
    .update(press)
    .set({ ...fix, lastProblem: null })
    .where(and(eq(press.id, id), eq(press.state, 'recorded'), isNull(press.latitude)))
    .returning({ id: press.id });
  return filled.length === 1;
}

export type ClaimedPress = PressRecord & {
  personId: string;
  customerId: number;
  kind: 'real' | 'test';
  fix: Fix | null;
  /** Before this claim: AURA may have a callout from an earlier attempt. */
  unsettledSince: Date | null;
  lastAttemptAt: Date | null;
  withdrawRequestedAt: Date | null;
};

/** The press for exactly one process at a time, as it stands; null when it is settled or somebody has it. */
export async function claimPress(id: string, at: Date, claimedUntil: Date): Promise<ClaimedPress | null> {
  const [row] = await database()
    .update(press)
    .set({ claimedUntil })
    .from(person)
    .where(
      and(
        eq(press.id, id),
        eq(person.id, press.personId),
        eq(press.state, 'recorded'),
        or(isNull(press.claimedUntil), lt(press.claimedUntil, at)),
      ),
    )
    .returning();
  if (!row) return null;
  return {
    ...toRecord(row),
    personId: row.personId,
    customerId: row.person.auraCustomerId,
    kind: row.kind,
    fix: asFix(row),
    unsettledSince: row.unsettledSince,
    lastAttemptAt: row.lastAttemptAt,
    withdrawRequestedAt: row.withdrawRequestedAt,
  };
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
export async function listStranded(at: Date, limit: number): Promise<string[]> {
  const longAgo = new Date(at.getTime() - STRANDED_MS);
  const rows = await database()
    .select({ id: press.id })
    .from(press)
    .where(
      and(
        eq(press.state, 'recorded'),
        lt(press.receivedAt, longAgo),
        or(isNull(press.claimedUntil), lt(press.claimedUntil, at)),
        sql`not exists (
          select from graphile_worker.jobs as job
          where job.key = ${JOB_KEY} || ${press.id}
            and (job.attempts = 0 or job.locked_at > ${longAgo.toISOString()}::timestamptz)
        )`,
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/**
 * Writes down that AURA is about to be asked, in one statement with the last look at whether it still may
 * be: false when the press was withdrawn meanwhile.
 */
export async function beginAttempt(id: string, at: Date): Promise<boolean> {
  const begun = await database()
    .update(press)
    .set({
      attempts: sql`${press.attempts} + 1`,
      lastAttemptAt: at,
      unsettledSince: sql`coalesce(${press.unsettledSince}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(press.id, id), eq(press.state, 'recorded'), isNull(press.withdrawRequestedAt)))
    .returning({ id: press.id });
  return begun.length === 1;
}

/** Gives a claim up without an outcome: the press stays recorded, with the reason why it is not with AURA. */
export async function releasePress(
  id: string,
  change: { lastProblem?: PressProblem; unsettledSince?: Date | null } = {},
): Promise<void> {
  await database()
    .update(press)
    .set({ ...change, claimedUntil: null })
    .where(eq(press.id, id));
}

export type Settlement =
  | { state: 'delivered'; calloutId: number }
  | { state: 'rejected'; lastProblem: PressProblem }
  | { state: 'withdrawn'; calloutId?: number }
  | { state: 'expired' };

/** Ends a press; one that has ended already is left as it is. */
export function settlePress(id: string, settlement: Settlement, at: Date): Promise<void> {
  return settleIn(database(), id, settlement, at);
}

/**
 * Keeps AURA's callout and ends the press with it, in one transaction. False, and nothing is changed, when the
 * press was withdrawn meanwhile: then it must not end as delivered.
 */
export async function settleWithCallout(
  id: string,
  settlement: Settlement,
  created: CreatedCallout,
): Promise<boolean> {
  return transaction(async (tx) => {
    const [row] = await tx.select().from(press).where(eq(press.id, id)).for('update');
    const isWithdrawn = row?.state === 'recorded' && row.withdrawRequestedAt !== null;
    if (isWithdrawn && settlement.state === 'delivered') return false;
    await recordCallout(tx, created);
    await settleIn(tx, id, settlement, created.at);
    return true;
  });
}

async function settleIn(connection: Connection, id: string, settlement: Settlement, at: Date): Promise<void> {
  await connection
    .update(press)
    .set({ ...settlement, settledAt: at, claimedUntil: null, unsettledSince: null })
    .where(and(eq(press.id, id), eq(press.state, 'recorded')));
}

/** Asks for a press to be withdrawn. False when it is settled, or not this person's. */
export async function requestWithdrawal(id: string, personId: string, at: Date): Promise<boolean> {
  const asked = await database()
    .update(press)
    .set({
      withdrawRequestedAt: sql`coalesce(${press.withdrawRequestedAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(and(eq(press.id, id), eq(press.personId, personId), eq(press.state, 'recorded')))
    .returning({ id: press.id });
  return asked.length === 1;
}

/** Our people among AURA's customers. */
export async function findCustomers(customerIds: readonly number[]) {
  if (customerIds.length === 0) return [];
  return database()
    .select({ personId: person.id, customerId: person.auraCustomerId })
    .from(person)
    .where(inArray(person.auraCustomerId, [...customerIds]));
}

/**
 * The press that a callout nobody told us of must come from: the person's newest, asked about at AURA without
 * a known outcome, or given up so recently that its request may only now have arrived. Null without one.
 */
export async function findLoosePress(personId: string, at: Date) {
  const [newest] = await database()
    .select()
    .from(press)
    .where(eq(press.personId, personId))
    .orderBy(desc(press.receivedAt))
    .limit(1);
  return newest && isLoose(newest, at) ? newest : null;
}

function isLoose(row: PressRow, at: Date): boolean {
  if (row.calloutId !== null || !row.lastAttemptAt) return false;
  if (row.state === 'recorded') return row.unsettledSince !== null;
  const sinceAttemptMs = at.getTime() - row.lastAttemptAt.getTime();
  return (row.state === 'withdrawn' || row.state === 'expired') && sinceAttemptMs <= LATE_ARRIVAL_MS;
}

/**
 * Keeps a callout that nobody told us of. A press that we had stopped sending is linked to it: unless it was
 * withdrawn, AURA has it.
 */
export async function adoptCallout(created: CreatedCallout, pressId: string | null): Promise<void> {
  await transaction(async (tx) => {
    await recordCallout(tx, created);
    if (!pressId) return;
    await tx
      .update(press)
      .set({
        calloutId: created.calloutId,
        state: sql`case
          when ${press.state} = 'withdrawn' or ${press.withdrawRequestedAt} is not null then 'withdrawn'
          else 'delivered' end`,
        settledAt: created.at,
        unsettledSince: null,
        claimedUntil: null,
      })
      .where(eq(press.id, pressId));
  });
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
