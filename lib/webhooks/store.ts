import 'server-only';
import { and, asc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/platform/db/database.ts';
import { webhookEvent } from '#lib/platform/db/webhook-tables.ts';
import { addJob } from '#lib/platform/jobs.ts';

export type NewEvent = typeof webhookEvent.$inferInsert;
export type EventRow = typeof webhookEvent.$inferSelect;
export type Problem = NonNullable<EventRow['problem']>;

/** How long a process that took events up may be silent before another one takes them. */
const CLAIM_MS = 60_000;

/** Every delivery asks for the one job that works them all; waiting ones have a job of their own. */
const KEY = 'webhook.process';
const LATER_KEY = 'webhook.process.later';

/** Stores events and the job that will work them, together or not at all. */
export async function insertEvents(events: readonly NewEvent[]): Promise<void> {
  const [first] = events;
  if (!first) return;
  await transaction(async (tx) => {
    await tx.insert(webhookEvent).values([...events]);
    await addJob(tx, 'webhook.process', {}, { key: KEY, runAt: first.receivedAt });
  });
}

/** Asks for a run of the job. One that is for later stands beside one that is for now and does not move it. */
export async function workAt(runAt: Date, isLater: boolean): Promise<void> {
  await addJob(database(), 'webhook.process', {}, { key: isLater ? LATER_KEY : KEY, runAt });
}

const isUnworked = inArray(webhookEvent.state, ['received', 'waiting']);

/** Takes up the events that are due, the oldest first; nobody else gets these until the claim runs out. */
export async function claimDue(now: Date, limit: number): Promise<EventRow[]> {
  const due = database()
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(
      and(
        isUnworked,
        lte(webhookEvent.dueAt, now),
        or(isNull(webhookEvent.claimedUntil), lt(webhookEvent.claimedUntil, now)),
      ),
    )
    .orderBy(asc(webhookEvent.dueAt))
    .limit(limit)
    .for('update', { skipLocked: true });
  return database()
    .update(webhookEvent)
    .set({ claimedUntil: new Date(now.getTime() + CLAIM_MS) })
    .where(inArray(webhookEvent.id, due))
    .returning();
}

export type Outcome = {
  id: number;
  state: EventRow['state'];
  attempts: number;
  problem: Problem | null;
  dueAt: Date;
};

/** Writes what became of events, in one statement, and marks which of them repeat an earlier body. */
export async function recordOutcomes(
  outcomes: readonly Outcome[],
  bodyHashes: readonly string[],
  at: Date,
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(outcomes);
  await database().execute(sql`
    update webhook_event set
      state = done.state, attempts = done.attempts, problem = done.problem, due_at = done."dueAt",
      claimed_until = null,
      processed_at = case when done.state = 'processed' then ${at.toISOString()}::timestamptz else processed_at end
    from json_to_recordset(${rows}::json) as done(
      id bigint, state text, attempts integer, problem text, "dueAt" timestamptz)
    where webhook_event.id = done.id`);
  const hashes = JSON.stringify([...new Set(bodyHashes)]);
  await database().execute(sql`
    update webhook_event set repeat_of = first.id
    from (
      select body_hash, min(id) as id from webhook_event
      where body_hash in (select json_array_elements_text(${hashes}::json)) group by body_hash
    ) as first
    where webhook_event.body_hash = first.body_hash
      and webhook_event.id <> first.id and webhook_event.repeat_of is null`);
}

/** The instant at which the next event is due, claimed ones aside. */
export async function nextDue(): Promise<Date | null> {
  const [row] = await database()
    .select({ dueAt: webhookEvent.dueAt })
    .from(webhookEvent)
    .where(and(isUnworked, isNull(webhookEvent.claimedUntil)))
    .orderBy(asc(webhookEvent.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
}

/** Whether an event has been due for longer than a job that lives would leave it. */
export async function hasStranded(before: Date, now: Date): Promise<boolean> {
  const rows = await database()
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(
      and(
        isUnworked,
        lt(webhookEvent.dueAt, before),
        or(isNull(webhookEvent.claimedUntil), lt(webhookEvent.claimedUntil, now)),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

/** Puts an event back to be worked as if it had just come, with its audit. False when there is none. */
export async function replayEvent(
  id: number,
  at: Date,
  audited: (tx: Transaction) => Promise<void>,
): Promise<boolean> {
  return transaction(async (tx) => {
    const isFound = (await putBack(tx, eq(webhookEvent.id, id), at)) > 0;
    if (isFound) await audited(tx);
    return isFound;
  });
}

/** Makes events due at `at` as if they had just come, with the job that will work them. Gives how many there are. */
export async function putBack(tx: Transaction, which: SQL, at: Date): Promise<number> {
  const revived = await tx
    .update(webhookEvent)
    .set({ state: 'received', attempts: 0, problem: null, dueAt: at, replayedAt: at, claimedUntil: null })
    .where(which)
    .returning({ id: webhookEvent.id });
  if (revived.length > 0) await addJob(tx, 'webhook.process', {}, { key: KEY, runAt: at });
  return revived.length;
}

export async function deleteEventsBefore(before: Date): Promise<void> {
  await database().delete(webhookEvent).where(lt(webhookEvent.receivedAt, before));
}
