import 'server-only';
import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { callout, person } from '#lib/db/tables.ts';
import { webhookEvent } from '#lib/db/webhook-tables.ts';
import { type EventFilter, MAX_REPLAYED, type WebhookEventRow } from '#lib/webhooks/schema.ts';
import { putBack } from '#lib/webhooks/store.ts';

// Operators' reads and replays. Receiving and processing is in store.ts.

/** Keyset pagination: the last event of the previous page. */
export type Cursor = { at: Date; id: number };

const shown = {
  id: webhookEvent.id,
  message: webhookEvent.message,
  state: webhookEvent.state,
  problem: webhookEvent.problem,
  about: webhookEvent.about,
  aboutId: webhookEvent.aboutId,
  repeatOf: webhookEvent.repeatOf,
  tries: webhookEvent.attempts,
  receivedAt: webhookEvent.receivedAt,
  replayedAt: webhookEvent.replayedAt,
  processedAt: webhookEvent.processedAt,
  calloutId: callout.id,
  stage: callout.stage,
  asOf: callout.asOf,
  customerId: person.auraCustomerId,
};

const isOfCallout = and(eq(webhookEvent.about, 'callout'), eq(callout.id, webhookEvent.aboutId));
const isOfCustomer = eq(person.auraCustomerId, webhookEvent.customerId);

function passes({ state, event, callout: calloutId, from, until }: EventFilter) {
  return and(
    state ? eq(webhookEvent.state, state) : undefined,
    event ? eq(webhookEvent.message, event) : undefined,
    calloutId ? and(eq(webhookEvent.about, 'callout'), eq(webhookEvent.aboutId, calloutId)) : undefined,
    from ? gte(webhookEvent.receivedAt, from) : undefined,
    until ? lt(webhookEvent.receivedAt, until) : undefined,
  );
}

/** The newest matching events after the cursor. Each filter has an index in this order. */
export function eventsQuery(filter: EventFilter, after: Cursor | null, limit: number) {
  return database()
    .select(shown)
    .from(webhookEvent)
    .leftJoin(callout, isOfCallout)
    .leftJoin(person, isOfCustomer)
    .where(
      and(
        passes(filter),
        after
          ? sql`(${webhookEvent.receivedAt}, ${webhookEvent.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(webhookEvent.receivedAt), desc(webhookEvent.id))
    .limit(limit);
}

export async function listEvents(
  filter: EventFilter,
  after: Cursor | null,
  limit: number,
): Promise<WebhookEventRow[]> {
  return (await eventsQuery(filter, after, limit)).map(toRow);
}

/** An event with its sealed body and head, and our full copy of its subject. */
export async function findEvent(id: number) {
  const [found] = await database()
    .select({
      shown,
      bodySealed: webhookEvent.bodySealed,
      customerId: webhookEvent.customerId,
      callout,
      person,
    })
    .from(webhookEvent)
    .leftJoin(callout, isOfCallout)
    .leftJoin(person, isOfCustomer)
    .where(eq(webhookEvent.id, id));
  return found ? { ...found, event: toRow(found.shown) } : null;
}

function toRow(found: Awaited<ReturnType<typeof eventsQuery>>[number]): WebhookEventRow {
  const { id, calloutId, customerId, stage, asOf, receivedAt, replayedAt, processedAt, ...rest } = found;
  const { message, state, problem, about, aboutId, repeatOf, tries } = rest;
  return {
    eventId: id,
    message,
    state,
    problem,
    about,
    aboutId,
    callout: calloutId && stage && asOf ? { calloutId, stage, asOf: asOf.toISOString() } : null,
    customerId,
    repeatOf,
    tries,
    receivedAt: receivedAt.toISOString(),
    replayedAt: replayedAt?.toISOString() ?? null,
    processedAt: processedAt?.toISOString() ?? null,
  };
}

function idsOf(connection: Pick<Transaction, 'select'>, filter: EventFilter) {
  return connection
    .select({ id: webhookEvent.id })
    .from(webhookEvent)
    .where(passes(filter))
    .orderBy(desc(webhookEvent.receivedAt), desc(webhookEvent.id))
    .limit(MAX_REPLAYED + 1);
}

/** Counts matching events, up to one more than the replay limit. */
export async function countEvents(filter: EventFilter): Promise<number> {
  return (await idsOf(database(), filter)).length;
}

/** Queues matching events again, audited, if their number is the confirmed one and within the limit. Returns it. */
export async function replayEvents(
  filter: EventFilter,
  confirmed: number,
  at: Date,
  audited: (tx: Transaction) => Promise<void>,
): Promise<number> {
  return transaction(async (tx) => {
    const ids = (await idsOf(tx, filter).for('update')).map(({ id }) => id);
    if (ids.length !== confirmed || ids.length > MAX_REPLAYED) return ids.length;
    await putBack(tx, inArray(webhookEvent.id, ids), at);
    await audited(tx);
    return ids.length;
  });
}
