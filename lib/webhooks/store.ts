import 'server-only';
import { and, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { forgetBefore } from '#lib/db/partitions.ts';
import { webhookEvent } from '#lib/db/webhook-tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';

export type NewEvent = typeof webhookEvent.$inferInsert;
export type EventRow = typeof webhookEvent.$inferSelect;
export type Problem = NonNullable<EventRow['problem']>;

const LEASE_MS = 60_000;

export async function insertEvents(events: readonly NewEvent[]): Promise<void> {
  if (events.length > 0)
    await database()
      .insert(webhookEvent)
      .values([...events])
      .returning({ woken: outbox.wakeUp });
}

const outbox = outboxOf(webhookEvent, {
  isOpen: inArray(webhookEvent.state, ['received', 'waiting']),
  wakeUp: wakeUp('webhook'),
});

/** Claims due events, oldest first, until the lease expires. */
export async function claimDue(limit: number): Promise<EventRow[]> {
  return database()
    .update(webhookEvent)
    .set(outbox.claim(LEASE_MS))
    .where(outbox.pick(webhookEvent.id, limit))
    .returning();
}

/** Milliseconds until an event is due; null when none is queued. */
export function nextEventMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

export type Outcome = {
  id: number;
  /** Fencing token: an event that was replayed or claimed again meanwhile is left alone. */
  leaseToken: string | null;
  state: EventRow['state'];
  attempts: number;
  problem: Problem | null;
  /** Delay until the next attempt; null for none. */
  afterMs: number | null;
};

/** Stores the outcomes in one statement, and marks repeats of an earlier body. */
export async function recordOutcomes(
  outcomes: readonly Outcome[],
  bodyHashes: readonly string[],
  at: Date,
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = JSON.stringify(outcomes);
  await database().execute(sql`
    update webhook_event set
      state = done.state, attempts = done.attempts, problem = done.problem,
      due_at = coalesce(now() + done."afterMs" * interval '1 ms', due_at),
      lease_until = null, lease_token = null,
      processed_at = case when done.state = 'processed' then ${at.toISOString()}::timestamptz else processed_at end
    from json_to_recordset(${rows}::json) as done(
      id bigint, "leaseToken" uuid, state text, attempts integer, problem text, "afterMs" float8)
    where webhook_event.id = done.id and webhook_event.lease_token = done."leaseToken"`);
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

/** Queues an event again, with an audit entry. False when it does not exist. */
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

/** Makes events due at `at` as if they had just come. Returns their number. */
export async function putBack(tx: Transaction, which: SQL, at: Date): Promise<number> {
  const revived = await tx
    .update(webhookEvent)
    .set({
      state: 'received',
      attempts: 0,
      problem: null,
      replayedAt: at,
      ...outbox.dueIn(0),
      ...outbox.settled,
    })
    .where(which)
    .returning({ woken: outbox.wakeUp });
  return revived.length;
}

/** Removes deliveries that came before, as positions are; returns how many, less than `atMost` when none is left. */
export async function removeEventsBefore(before: Date, atMost: number): Promise<number> {
  const dropped = await forgetBefore('webhook_event', before, atMost);
  return dropped < atMost ? dropped + (await deleteEventsBefore(before, atMost - dropped)) : dropped;
}

async function deleteEventsBefore(before: Date, atMost: number): Promise<number> {
  const isOld = lt(webhookEvent.receivedAt, before);
  const some = database().select({ id: webhookEvent.id }).from(webhookEvent).where(isOld).limit(atMost);
  const { rowCount } = await database()
    .delete(webhookEvent)
    .where(and(isOld, inArray(webhookEvent.id, some)));
  return rowCount ?? 0;
}

/** Deletes deliveries about a customer; returns how many. */
export async function deleteEventsOf(customerId: number, atMost: number): Promise<number> {
  const isOf = eq(webhookEvent.customerId, customerId);
  const some = database().select({ id: webhookEvent.id }).from(webhookEvent).where(isOf).limit(atMost);
  const { rowCount } = await database().delete(webhookEvent).where(inArray(webhookEvent.id, some));
  return rowCount ?? 0;
}

/** Deletes deliveries about these callouts. */
export async function deleteEventsAbout(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx
    .delete(webhookEvent)
    .where(and(eq(webhookEvent.about, 'callout'), inArray(webhookEvent.aboutId, [...calloutIds])));
}
