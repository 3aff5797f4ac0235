import 'server-only';
import { and, eq, getTableColumns, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { type CreatedCallout, recordCallout, recordingOf } from '#lib/callouts/store.ts';
import { asFix, type Fix, type PressRecord, STRANDED_MS } from '#lib/panic/model.ts';
import { positionNote } from '#lib/panic/note-model.ts';
import { queuePositionNote } from '#lib/panic/note-store.ts';
import type { PressProblem } from '#lib/panic/schema.ts';
import { announcement } from '#lib/platform/changes.ts';
import { type Database, database, type Transaction, transaction } from '#lib/platform/db/database.ts';
import { callout, person, press } from '#lib/platform/db/tables.ts';
import { addJob, jobAddition } from '#lib/platform/jobs.ts';

type Connection = Database | Transaction;
type PressRow = typeof press.$inferSelect;
const JOB_KEY = 'press.deliver:';

export type NewPress = typeof press.$inferInsert;

/**
 * Commits a press together with the job that delivers it should this process die, in one statement. Gives the
 * person's customer at AURA; null when the id is there already, whoever pressed it, and nothing is changed.
 */
export async function insertPress(
  fields: NewPress,
  firstJobAt: Date,
): Promise<{ customerId: number } | null> {
  const [inserted] = await insertIn(database(), fields, firstJobAt);
  return inserted ? { customerId: Number(inserted.customerId) } : null;
}

/** A press from the journal, with the callout that it led to. The database may have had it all along. */
export async function insertRecovered(
  fields: NewPress,
  created: CreatedCallout | null,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    if (created) await recordCallout(tx, created);
    const [inserted] = await insertIn(tx, fields, at);
    if (!inserted) await mergeAttempts(tx, fields);
    if (!created) return;
    const delivered = { state: 'delivered', calloutId: created.calloutId } as const;
    const settled = await settleIn(tx, fields, delivered, at);
    if (settled) await queuePositionNote(tx, { ...settled, fix: asFix(settled) }, at);
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

function insertIn(connection: Connection, fields: NewPress, firstJobAt: Date) {
  return connection
    .insert(press)
    .values(fields)
    .onConflictDoNothing()
    .returning({
      customerId: sql<string>`(select aura_customer_id from person where id = ${fields.personId})`,
      announced: announcement({ about: 'press', pressId: fields.id, personId: fields.personId }),
      scheduled: jobAddition('press.deliver', { pressId: fields.id }, jobOptions(fields.id, firstJobAt)),
    });
}

/** One delivery job a press: scheduling again moves it. */
export function scheduleDelivery(pressId: string, runAt: Date): Promise<void> {
  return addJob(database(), 'press.deliver', { pressId }, jobOptions(pressId, runAt));
}

function jobOptions(pressId: string, runAt: Date) {
  return { key: `${JOB_KEY}${pressId}`, runAt };
}

export async function findPress(id: string): Promise<(PressRecord & { personId: string }) | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? { ...toRecord(row), personId: row.personId } : null;
}

export type ClaimedPress = PressRecord & {
  personId: string;
  pressedAt: Date;
  customerId: number;
  kind: 'real' | 'test';
  fix: Fix | null;
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
    pressedAt: row.pressedAt,
    customerId: row.person.auraCustomerId,
    kind: row.kind,
    fix: asFix(row),
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

type Whose = { id: string; personId: string };
type Pressed = Whose & { pressedAt: Date; receivedAt: Date; fix: Fix | null };

/** Ends a press; one that has ended already is left as it is. */
export async function settlePress(whose: Whose, settlement: Settlement, at: Date): Promise<void> {
  await settleIn(database(), whose, settlement, at);
}

/**
 * Keeps AURA's callout and ends the press with it, both or neither, and gives the press as it is then. Null,
 * and nothing is changed, when the press was withdrawn meanwhile, or the callout is no answer to it: then it must
 * not end as delivered. One statement, unless AURA is to be told about the position: whoever waits feels each
 * round trip.
 */
export function settleWithCallout(
  whose: Pressed,
  settlement: Settlement,
  created: CreatedCallout,
): Promise<PressRecord | null> {
  if (!whose.fix || !positionNote(whose.fix, whose, created.at)) {
    return settleWithin(database(), whose, settlement, created);
  }
  return transaction(async (tx) => {
    const settled = await settleWithin(tx, whose, settlement, created);
    if (settled)
      await queuePositionNote(tx, { ...settled, pressedAt: whose.pressedAt, fix: whose.fix }, created.at);
    return settled;
  });
}

async function settleWithin(
  connection: Connection,
  whose: Whose,
  settlement: Settlement,
  created: CreatedCallout,
): Promise<PressRecord | null> {
  const isWanted =
    settlement.state === 'delivered'
      ? and(isNull(press.withdrawRequestedAt), isAnswer(settlement.calloutId))
      : undefined;
  const settled = connection
    .$with('settled')
    .as(settling(connection, whose, settlement, created.at, isWanted));
  const { kept, told } = recordingOf(created, sql`exists (select from ${settled})`);
  const [row] = await connection.with(settled, kept, told).select().from(settled);
  if (row) return toRecord(row);
  // Somebody was faster, or it may not end so.
  const [known] = await connection.select().from(press).where(eq(press.id, whose.id));
  if (!known || known.state === 'recorded') return null;
  await recordCallout(connection, created);
  return toRecord(known);
}

/** The rule `unfitness` of the model, inside the statement that delivers: asking first would be one more. */
function isAnswer(calloutId: number): SQL {
  return sql`(${press.kind} = 'test' or not exists (
    select from ${callout}
    where ${callout.id} = ${calloutId} and (${callout.kind} = 'test' or ${callout.stage} = 'cancelled')
  ))`;
}

async function settleIn(
  connection: Connection,
  whose: Whose,
  settlement: Settlement,
  at: Date,
): Promise<PressRow | undefined> {
  const [settled] = await settling(connection, whose, settlement, at);
  return settled;
}

function settling(
  connection: Connection,
  { id, personId }: Whose,
  settlement: Settlement,
  at: Date,
  onlyIf?: SQL,
) {
  return connection
    .update(press)
    .set({ ...settlement, settledAt: at, claimedUntil: null, unsettledSince: null })
    .where(and(eq(press.id, id), eq(press.state, 'recorded'), onlyIf))
    .returning({
      ...getTableColumns(press),
      announced: sql`${announcement({ about: 'press', pressId: id, personId })}`.as('announced'),
      // Nothing is left to do, so no worker has to find that out.
      unscheduled: sql`graphile_worker.remove_job(${JOB_KEY + id}) is null`.as('unscheduled'),
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
    hasFix: asFix(row) !== null,
    unsettledSince: row.unsettledSince,
    lastAttemptAt: row.lastAttemptAt,
    withdrawRequestedAt: row.withdrawRequestedAt,
  };
}
