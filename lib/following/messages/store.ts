import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, isNotNull, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Database, database, type Transaction, transaction } from '#lib/db/database.ts';
import { calloutMessage, messageStream } from '#lib/db/following-tables.ts';
import { callout, user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announceChange } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import { UNOPENED } from '#lib/platform/unopened.ts';
import { insertNotices } from '#lib/push/records.ts';
import type { Author } from '#lib/vocabulary.ts';
import { type AuraMessage, cleanText, inOrder, matchMessages, wireText } from './model.ts';
import { lockConversation } from './stream-store.ts';

export type MessageRow = typeof calloutMessage.$inferSelect;
type Problem = NonNullable<MessageRow['problem']>;
const outbox = outboxOf(calloutMessage, {
  isOpen: eq(calloutMessage.state, 'queued'),
  wakeUp: wakeUp('message'),
});

/** Newest messages that are shown. */
const MAX_SHOWN = 300;
// AURA's limit is unknown, and a page has to hold it.
const MAX_STORED_LENGTH = 10_000;

export type NewMessage = {
  id: string;
  calloutId: number;
  author: Author;
  authorId: string | null;
  text: string;
  pressId?: string;
  at: Date;
};

/** Queues a message. False when its id, or one for the same press, exists. */
export async function queueMessage(tx: Transaction | Database, message: NewMessage): Promise<boolean> {
  const { at, ...fields } = message;
  const inserted = await tx
    .insert(calloutMessage)
    .values({ ...fields, state: 'queued', writtenAt: at })
    .onConflictDoNothing()
    .returning({ woken: outbox.wakeUp });
  if (inserted.length === 0) return false;
  await announceFor(tx, message.calloutId, message.author === 'operator');
  return true;
}

export function insertMessage(actor: Actor, message: NewMessage): Promise<boolean> {
  return transaction(async (tx) => {
    const isNew = await queueMessage(tx, message);
    if (isNew && message.author === 'operator') {
      await audit(actor, { action: 'message.write', subject: String(message.calloutId) }, tx);
    }
    return isNew;
  });
}

export async function findMessage(id: string): Promise<MessageRow | null> {
  const [row] = await database().select().from(calloutMessage).where(eq(calloutMessage.id, id));
  return row ?? null;
}

/** Messages of a callout that AURA does not have yet. */
export async function countQueued(calloutId: number): Promise<number> {
  const [row] = await database()
    .select({ queued: count() })
    .from(calloutMessage)
    .where(and(eq(calloutMessage.calloutId, calloutId), eq(calloutMessage.state, 'queued')));
  return row?.queued ?? 0;
}

/** The newest messages, oldest first, with operators' names. */
export async function listMessages(calloutId: number) {
  const rows = await database()
    .select({ message: calloutMessage, by: user.name })
    .from(calloutMessage)
    .leftJoin(user, and(eq(calloutMessage.author, 'operator'), eq(user.id, calloutMessage.authorId)))
    .where(eq(calloutMessage.calloutId, calloutId))
    .orderBy(desc(calloutMessage.seq))
    .limit(MAX_SHOWN);
  // AURA's messages are ordered by their times; ours by when they were written.
  return rows.toSorted(
    (one, other) =>
      one.message.writtenAt.getTime() - other.message.writtenAt.getTime() ||
      one.message.seq - other.message.seq,
  );
}

/** Only the oldest open message of a callout is due, which keeps the order. */
function isOldest() {
  const earlier = alias(calloutMessage, 'earlier');
  const ahead = database()
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        eq(earlier.calloutId, calloutMessage.calloutId),
        eq(earlier.state, 'queued'),
        lt(earlier.seq, calloutMessage.seq),
      ),
    );
  return notExists(ahead);
}

/** Callouts with a due message, longest overdue first. */
export async function listDueConversations(limit: number): Promise<number[]> {
  const rows = await database()
    .select({ calloutId: calloutMessage.calloutId })
    .from(calloutMessage)
    .where(and(outbox.isDue, isOldest()))
    .orderBy(asc(calloutMessage.dueAt))
    .limit(limit);
  return rows.map(({ calloutId }) => calloutId);
}

/** Milliseconds until a message is due; null when none is queued. */
export function nextMessageMs(): Promise<number | null> {
  return outbox.nextDueMs(database(), isOldest());
}

/** Claims the oldest message that AURA does not have; null when there is none, it is claimed or not due. */
export async function claimOldest(calloutId: number, leaseMs: number): Promise<MessageRow | null> {
  const oldest = database()
    .select({ id: calloutMessage.id })
    .from(calloutMessage)
    .where(and(eq(calloutMessage.calloutId, calloutId), eq(calloutMessage.state, 'queued')))
    .orderBy(asc(calloutMessage.seq))
    .limit(1);
  const [row] = await database()
    .update(calloutMessage)
    .set(outbox.claim(leaseMs))
    .where(and(eq(calloutMessage.id, sql`(${oldest})`), outbox.isDue))
    .returning();
  return row ?? null;
}

function isHeldBy(row: MessageRow) {
  return and(eq(calloutMessage.id, row.id), outbox.isHeldBy(row));
}

/** Marks the outcome as unknown before the attempt, so that it survives a crash. False if the claim was lost. */
export async function beginSending(row: MessageRow, at: Date): Promise<boolean> {
  const begun = await database()
    .update(calloutMessage)
    .set({
      attempts: sql`${calloutMessage.attempts} + 1`,
      lastAttemptAt: at,
      outcomeUnknownSince: sql`coalesce(${calloutMessage.outcomeUnknownSince}, ${at.toISOString()}::timestamptz)`,
    })
    .where(isHeldBy(row))
    .returning({ id: calloutMessage.id });
  return begun.length === 1;
}

/** Releases a message for a later retry. `isSettled`: AURA certainly does not have it. */
export async function postpone(row: MessageRow, afterMs: number, isSettled: boolean): Promise<void> {
  await database()
    .update(calloutMessage)
    .set({ ...outbox.released(row, afterMs), ...(isSettled ? { outcomeUnknownSince: null } : {}) })
    .where(isHeldBy(row))
    .returning({ woken: outbox.wakeUp });
}

/** AURA has it. Merges a copy that a read stored as somebody else's meanwhile. */
export async function markSent(row: MessageRow, auraEventId: number | null, at: Date): Promise<void> {
  await transaction(async (tx) => {
    await lockConversation(tx, row.calloutId);
    if (auraEventId !== null) {
      await tx
        .delete(calloutMessage)
        .where(
          and(
            eq(calloutMessage.calloutId, row.calloutId),
            eq(calloutMessage.auraEventId, auraEventId),
            eq(calloutMessage.state, 'received'),
          ),
        );
    }
    await sentIn(tx, row.id, auraEventId, at);
    await announceFor(tx, row.calloutId);
  });
}

async function sentIn(tx: Transaction, id: string, auraEventId: number | null, at: Date): Promise<void> {
  await tx
    .update(calloutMessage)
    .set({
      state: 'sent',
      auraEventId,
      sentAt: sql`coalesce(${calloutMessage.sentAt}, ${at.toISOString()}::timestamptz)`,
      outcomeUnknownSince: null,
      problem: null,
      ...outbox.settled,
    })
    .where(
      and(
        eq(calloutMessage.id, id),
        or(ne(calloutMessage.state, 'sent'), isNull(calloutMessage.auraEventId)),
      ),
    )
    .returning({ woken: outbox.wakeUp });
}

/** Ends a message that AURA does not have or (*unsure*) may have. */
export async function markEnded(
  row: MessageRow,
  end: { state: 'failed' | 'unsure'; problem: Problem | null },
): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(calloutMessage)
      .set({ ...end, ...outbox.settled })
      .where(isHeldBy(row))
      .returning({ woken: outbox.wakeUp });
    await announceFor(tx, row.calloutId);
  });
}

type ReceivedMessage = AuraMessage & { saidAt: Date | null; isSaidByCustomer: boolean };

/** Stores AURA's messages: recognizes ours, inserts the others once. */
export async function applyMessages(
  calloutId: number,
  heard: readonly ReceivedMessage[],
  { askedAt, at }: { askedAt: Date; at: Date },
): Promise<void> {
  await transaction(async (tx) => {
    await lockConversation(tx, calloutId);
    const rows = await tx
      .select()
      .from(calloutMessage)
      .where(
        and(
          eq(calloutMessage.calloutId, calloutId),
          or(
            isNotNull(calloutMessage.auraEventId),
            eq(calloutMessage.state, 'unsure'),
            // Sent, but AURA's answer had no id.
            eq(calloutMessage.state, 'sent'),
            and(eq(calloutMessage.state, 'queued'), isNotNull(calloutMessage.outcomeUnknownSince)),
          ),
        ),
      )
      .orderBy(asc(calloutMessage.seq));
    const known = new Set(rows.flatMap(({ auraEventId }) => auraEventId ?? []));
    const unconfirmed = rows
      .filter(({ auraEventId }) => auraEventId === null)
      // One that cannot be opened cannot be compared with AURA's.
      .flatMap(({ id, author, text }) => (text === UNOPENED ? [] : [{ id, wire: wireText(author, text) }]));
    const { ours, theirs } = matchMessages(inOrder(heard), known, unconfirmed);
    for (const { id, eventId } of ours) await sentIn(tx, id, eventId, at);
    const received = theirs.flatMap((message) => asReceived(calloutId, message, at));
    if (received.length > 0) await tx.insert(calloutMessage).values(received);
    // The read includes everything up to its start.
    const asOf = sql`greatest(${messageStream.asOf}, ${askedAt.toISOString()}::timestamptz)`;
    await tx.update(messageStream).set({ asOf }).where(eq(messageStream.calloutId, calloutId));
    const isAnswered = received.some(({ author }) => author === 'control_room');
    if (ours.length + received.length > 0) await announceFor(tx, calloutId, isAnswered);
  });
}

function asReceived(
  calloutId: number,
  { eventId, text, saidAt, isSaidByCustomer }: ReceivedMessage,
  at: Date,
) {
  const cleaned = cleanText(text).slice(0, MAX_STORED_LENGTH);
  if (cleaned === '') return [];
  return [
    {
      id: randomUUID(),
      calloutId,
      // The customer can also write in AURA's own app or on its hosted page.
      author: isSaidByCustomer ? ('person' as const) : ('control_room' as const),
      text: cleaned,
      state: 'received' as const,
      auraEventId: eventId,
      // Its age counts from AURA's time, if that is not in the future.
      writtenAt: saidAt && saidAt < at ? saidAt : at,
    },
  ];
}

/** `isPushed`: the person's devices are notified, too. */
async function announceFor(tx: Transaction | Database, calloutId: number, isPushed = false): Promise<void> {
  const [owner] = await tx
    .select({ personId: callout.personId })
    .from(callout)
    .where(eq(callout.id, calloutId));
  if (!owner) return;
  const of = { calloutId, personId: owner.personId };
  if (isPushed) await insertNotices(tx, { about: 'message', stage: null, ...of });
  await announceChange(tx, { about: 'callout', ...of });
}
