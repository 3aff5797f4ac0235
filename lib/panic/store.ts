import 'server-only';
import { and, eq, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { placeColumns } from '#lib/db/sealed-place.ts';
import { person, press } from '#lib/db/tables.ts';
import { partsOf } from '#lib/geo/kept-place.ts';
import { asFix, type Fix } from '#lib/geo/model.ts';
import { announceSoon } from '#lib/live/announce.ts';
import { announceChange, type Change } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { asBegun, leaseMs } from '#lib/panic/core/changes.ts';
import { APP_FIRST_MS, firstLookAt } from '#lib/panic/core/model.ts';
import type { LeasedPress, Press } from '#lib/panic/core/press.ts';
import { outboxOf } from '#lib/platform/outbox.ts';

// Presses, which are their own outbox rows, and their leases.

export type Connection = Database | Transaction;
export type PressRow = typeof press.$inferSelect;
export type NewPress = Omit<typeof press.$inferInsert, 'place' | 'cell'> & {
  [Part in 'latitude' | 'longitude']?: Fix[Part] | null;
};

export const outbox = outboxOf(press, { isOpen: eq(press.state, 'recorded'), wakeUp: wakeUp('press') });

/**
 * Inserts a press in one statement: held for its grace, or due after the request that brought it, in case this process
 * dies. With `deadlineMs` it is leased to this process with its first attempt begun, and returned as it was before that.
 * Null when the id exists, of any person: then nothing is changed, not even a grace. A press that names no kind of help,
 * such as a text message, has the one that its person last chose.
 */
export async function insertPress(
  fields: NewPress,
  fresh: Press,
  deadlineMs: number | null,
): Promise<Press | LeasedPress | null> {
  const { receivedAt, sendsAt } = fresh;
  const graceMs = sendsAt ? sendsAt.getTime() - receivedAt.getTime() : 0;
  const due = sendsAt
    ? { sendsAt: outbox.dueIn(graceMs).dueAt, ...outbox.dueIn(graceMs + APP_FIRST_MS) }
    : { dueAt: firstLookAt(receivedAt) };
  const begun = deadlineMs === null ? {} : firstAttempt(fresh, deadlineMs);
  const responseTypeId = fields.responseTypeId ?? lastChosen(fields.personId);
  const [inserted] = await insertIn(database(), { ...fields, responseTypeId, ...begun, ...due });
  if (!inserted) return null;
  const { leaseToken, leaseUntil, customerId, dueAt } = inserted;
  // Leased, it is not the worker's until the lease ends, and a safety tick finds it then.
  announceSoon({ changes: [changeOf(fresh)], topics: leaseToken === null ? ['press'] : [] });
  const press = { ...fresh, responseTypeId: inserted.responseTypeId, sendsAt: inserted.sendsAt, dueAt };
  if (leaseToken === null || leaseUntil === null) return press;
  return { ...press, lease: { token: leaseToken, until: leaseUntil }, customerId: Number(customerId) };
}

function lastChosen(personId: string) {
  return sql<number | null>`(select response_type_id from person where id = ${personId})`;
}

/** Its grace is over, or its withdrawal was requested: only then may it be claimed. */
export const isReleased = or(
  isNull(press.sendsAt),
  lte(press.sendsAt, sql`now()`),
  isNotNull(press.withdrawRequestedAt),
);

/** `dueAt` in so many milliseconds, but never within the grace. */
export function dueAfterGrace(ms: number) {
  return { dueAt: sql<Date>`greatest(${outbox.dueIn(ms).dueAt}, ${press.sendsAt})` };
}

function firstAttempt(fresh: Press, deadlineMs: number) {
  const { attempts, lastAttemptAt, outcomeUnknownSince } = asBegun(fresh);
  return { attempts, lastAttemptAt, outcomeUnknownSince, ...outbox.claim(leaseMs(deadlineMs)) };
}

/** Columns that the database may set. */
type Computed = 'leaseUntil' | 'sendsAt' | 'dueAt' | 'responseTypeId';
type Inserted = Omit<NewPress, Computed> & {
  responseTypeId?: SQL<number | null> | number | null | undefined;
  leaseUntil?: SQL<Date> | Date | null | undefined;
  sendsAt?: SQL<Date> | Date | null | undefined;
  dueAt?: SQL<Date> | Date | undefined;
};

/** Announces nothing. */
export function insertIn(connection: Connection, fields: Inserted) {
  const { latitude, longitude, ...columns } = fields;
  return connection
    .insert(press)
    .values({ ...columns, ...placeColumns({ latitude, longitude, accuracyM: fields.accuracyM }) })
    .onConflictDoNothing()
    .returning({
      customerId: sql<string>`(select aura_customer_id from person where id = ${fields.personId})`,
      leaseToken: press.leaseToken,
      leaseUntil: press.leaseUntil,
      dueAt: press.dueAt,
      sendsAt: press.sendsAt,
      responseTypeId: press.responseTypeId,
    });
}

export function changeOf({ id, personId }: Pick<Press, 'id' | 'personId'>): Change {
  return { about: 'press', pressId: id, personId };
}

export async function findPress(id: string): Promise<Press | null> {
  const [row] = await database().select().from(press).where(eq(press.id, id));
  return row ? toPress(row) : null;
}

/**
 * Leases the press to exactly one process at a time, due or not; null when it is settled, held or leased already.
 */
export async function claimPress(id: string, deadlineMs: number): Promise<LeasedPress | null> {
  const [claimed] = await claim(and(eq(press.id, id), outbox.isFree, isReleased), deadlineMs);
  return claimed ?? null;
}

/** Leases due presses, each to exactly one process at a time. */
export function claimDuePresses(limit: number, deadlineMs: number): Promise<LeasedPress[]> {
  return claim(outbox.pick(press.id, limit, isReleased), deadlineMs);
}

async function claim(which: SQL | undefined, deadlineMs: number): Promise<LeasedPress[]> {
  const rows = await database()
    .update(press)
    .set(outbox.claim(leaseMs(deadlineMs)))
    .from(person)
    .where(and(which, eq(person.id, press.personId)))
    .returning();
  return rows.flatMap((row) => {
    const claimed = toPress(row);
    const { lease } = claimed;
    return lease ? [{ ...claimed, lease, customerId: row.person.auraCustomerId }] : [];
  });
}

/** Milliseconds until the next press is due; null when none is open. */
export function nextPressMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

/** Announces a press in which nothing changed but its age. */
export async function announcePress(pressId: string, personId: string): Promise<void> {
  await announceChange(database(), changeOf({ id: pressId, personId }));
}

/** Null also where it cannot be opened: then the press waits for a position, and operators see it. */
function fixOf(row: Pick<PressRow, 'place' | 'fixedAt' | 'measuredAt' | 'fixSource'>): Fix | null {
  return asFix({ ...row, ...partsOf(row.place) });
}

/** What a better position changes. */
export function columnsOfFix({ latitude, longitude, ...fix }: Fix) {
  return { ...fix, ...placeColumns({ latitude, longitude, accuracyM: fix.accuracyM }) };
}

export function toPress(row: PressRow): Press {
  const { id, personId, kind, state, receivedAt, sendsAt, attempts, outcomeUnknownSince, lastAttemptAt } =
    row;
  const { withdrawRequestedAt, lastProblem, settledAt, calloutId, dueAt, leaseToken, leaseUntil } = row;
  const { responseTypeId } = row;
  return {
    ...{ id, personId, kind, state, receivedAt, sendsAt, attempts, outcomeUnknownSince, lastAttemptAt },
    ...{ withdrawRequestedAt, lastProblem, settledAt, calloutId, dueAt, responseTypeId, fix: fixOf(row) },
    lease: leaseToken !== null && leaseUntil !== null ? { token: leaseToken, until: leaseUntil } : null,
  };
}
