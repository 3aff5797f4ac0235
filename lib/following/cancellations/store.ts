import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, asc, count, desc, eq, inArray, isNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { cancellation } from '#lib/db/following-tables.ts';
import { callout, user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announceChange } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import { seals } from '#lib/platform/seals.ts';
import { seal, unseal } from '#lib/platform/secret-box.ts';
import { NOBODY } from '#lib/vocabulary.ts';

export type CancellationRow = typeof cancellation.$inferSelect;

const outbox = outboxOf(cancellation, {
  isOpen: eq(cancellation.state, 'waiting'),
  wakeUp: wakeUp('cancellation'),
});

/** Purpose for sealing codes. */

type PersonRequest = { calloutId: number; actorId: string; at: Date };
type OperatorRequest = { calloutId: number; reason: string; exceptionReasonId: number | null; at: Date };

/** Stores a person's request, and tells every process whose it is; the code stays until AURA has answered. */
export async function insertPersonCancellation(
  { calloutId, actorId, at }: PersonRequest,
  typed: { code: string | null; isRight: boolean | null },
): Promise<string> {
  const id = randomUUID();
  const codeSealed = typed.code && seal(seals.safeCode, typed.code);
  await transaction(async (tx) => {
    await tx
      .insert(cancellation)
      .values({
        ...{ id, calloutId, actorId, codeSealed, by: 'person', state: 'waiting' },
        ...{ askedAt: at, isCodeRight: typed.isRight },
      })
      .returning({ woken: outbox.wakeUp });
    await announceChange(tx, { about: 'said_safe', personId: actorId });
  });
  return id;
}

/** Stores and audits an operator's request; null while an earlier one is unanswered. */
export function insertOperatorCancellation(
  actor: Actor & { operatorId: string },
  { calloutId, reason, exceptionReasonId, at }: OperatorRequest,
): Promise<string | null> {
  return transaction(async (tx) => {
    // Serializes concurrent requests on the callout.
    await tx.select({ id: callout.id }).from(callout).where(eq(callout.id, calloutId)).for('update');
    if (await hasWaiting(tx, calloutId)) return null;
    const id = randomUUID();
    await tx
      .insert(cancellation)
      .values({
        ...{ id, calloutId, reason, exceptionReasonId, by: 'operator', actorId: actor.operatorId },
        ...{ askedAt: at, state: 'waiting' },
      })
      .returning({ woken: outbox.wakeUp });
    await audit(actor, { action: 'callout.cancel_as_operator', subject: `${calloutId}`, detail: id }, tx);
    return id;
  });
}

export async function countAsked(
  calloutId: number,
  by: CancellationRow['by'],
  before?: Date,
): Promise<number> {
  const [row] = await database()
    .select({ asked: count() })
    .from(cancellation)
    .where(
      and(
        eq(cancellation.calloutId, calloutId),
        eq(cancellation.by, by),
        before ? lt(cancellation.askedAt, before) : undefined,
      ),
    );
  return row?.asked ?? 0;
}

/** Whether AURA accepted an earlier request. */
export async function wasAccepted(calloutId: number, before: Date): Promise<boolean> {
  const [row] = await database()
    .select({ id: cancellation.id })
    .from(cancellation)
    .where(
      and(
        eq(cancellation.calloutId, calloutId),
        eq(cancellation.state, 'accepted'),
        lt(cancellation.askedAt, before),
      ),
    )
    .limit(1);
  return row !== undefined;
}

async function hasWaiting(tx: Transaction, calloutId: number): Promise<boolean> {
  const [row] = await tx
    .select({ id: cancellation.id })
    .from(cancellation)
    .where(
      and(
        eq(cancellation.calloutId, calloutId),
        eq(cancellation.by, 'operator'),
        eq(cancellation.state, 'waiting'),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** When the person first said that they are safe; null if not. A later press does not take it back (decision 0027). */
export async function findSafeAsked(calloutId: number): Promise<Date | null> {
  const [row] = await database()
    .select({ askedAt: cancellation.askedAt })
    .from(cancellation)
    .where(and(eq(cancellation.calloutId, calloutId), eq(cancellation.by, 'person')))
    .orderBy(asc(cancellation.askedAt))
    .limit(1);
  return row?.askedAt ?? null;
}

/** Those of which the person has said *I am safe*. */
export async function listSafeAsked(calloutIds: readonly number[]): Promise<Set<number>> {
  if (calloutIds.length === 0) return new Set();
  const rows = await database()
    .selectDistinct({ calloutId: cancellation.calloutId })
    .from(cancellation)
    .where(and(inArray(cancellation.calloutId, [...calloutIds]), eq(cancellation.by, 'person')));
  return new Set(rows.map(({ calloutId }) => calloutId));
}

/** The same as {@link findSafeAsked}, of any callout of theirs that has not closed. */
export async function findOpenSafeAsked(personId: string): Promise<Date | null> {
  const [row] = await database()
    .select({ askedAt: cancellation.askedAt })
    .from(callout)
    .innerJoin(cancellation, eq(cancellation.calloutId, callout.id))
    .where(and(eq(callout.personId, personId), isNull(callout.closedAt), eq(cancellation.by, 'person')))
    .orderBy(asc(cancellation.askedAt))
    .limit(1);
  return row?.askedAt ?? null;
}

/** Everybody for whom {@link findOpenSafeAsked} is not null. */
export async function listSaidSafe(): Promise<string[]> {
  const rows = await database()
    .selectDistinct({ personId: callout.personId })
    .from(callout)
    .innerJoin(cancellation, eq(cancellation.calloutId, callout.id))
    .where(and(isNull(callout.closedAt), eq(cancellation.by, 'person')));
  return rows.map(({ personId }) => personId);
}

export async function listCancellations(calloutId: number) {
  return database()
    .select({ cancellation, name: user.name })
    .from(cancellation)
    .leftJoin(user, and(eq(cancellation.by, 'operator'), eq(user.id, cancellation.actorId)))
    .where(eq(cancellation.calloutId, calloutId))
    .orderBy(desc(cancellation.askedAt));
}

/** Claims one request; null when it is settled, claimed or not due. */
export async function claimCancellation(id: string, leaseMs: number): Promise<CancellationRow | null> {
  const [row] = await claimed(and(eq(cancellation.id, id), outbox.isDue), leaseMs);
  return row ?? null;
}

/** Claims due requests. */
export async function claimDueCancellations(limit: number, leaseMs: number): Promise<CancellationRow[]> {
  return claimed(outbox.pick(cancellation.id, limit), leaseMs);
}

function claimed(which: SQL | undefined, leaseMs: number) {
  return database()
    .update(cancellation)
    .set({ ...outbox.claim(leaseMs), attempts: sql`${cancellation.attempts} + 1` })
    .where(which)
    .returning();
}

/** Milliseconds until a request is due; null when none is queued. */
export function nextCancellationMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

export function codeOf(row: CancellationRow): string | null {
  return row.codeSealed && unseal(seals.safeCode, row.codeSealed);
}

export async function askLater(row: CancellationRow, afterMs: number): Promise<void> {
  await database()
    .update(cancellation)
    .set(outbox.released(row, afterMs))
    .where(isHeldBy(row))
    .returning({ woken: outbox.wakeUp });
}

function isHeldBy(row: CancellationRow) {
  return and(eq(cancellation.id, row.id), outbox.isHeldBy(row));
}

/** Settles a claimed request and erases the code. No effect if the claim was lost. */
export async function settleCancellation(
  row: CancellationRow,
  state: Exclude<CancellationRow['state'], 'waiting'>,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const settled = await tx
      .update(cancellation)
      .set({ state, settledAt: at, codeSealed: null, ...outbox.settled })
      .where(isHeldBy(row))
      .returning({ id: cancellation.id });
    if (settled.length > 0) await announceTo(tx, row.calloutId);
  });
}

/** `unsure` is written before the call, so that it survives a crash. False if the claim was lost. */
export async function markReason(
  row: CancellationRow,
  reasonState: CancellationRow['reasonState'],
): Promise<boolean> {
  const marked = await database()
    .update(cancellation)
    .set({ reasonState })
    .where(isHeldBy(row))
    .returning({ id: cancellation.id });
  return marked.length === 1;
}

async function announceTo(tx: Transaction, calloutId: number) {
  const [owner] = await tx
    .select({ personId: callout.personId })
    .from(callout)
    .where(eq(callout.id, calloutId));
  if (owner) await announceChange(tx, { about: 'callout', calloutId, personId: owner.personId });
}

/** Takes persons and words out of the requests; who ended a callout, and how, stays for the reports. */
export async function eraseFromCancellations(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx
    .update(cancellation)
    .set({ actorId: NOBODY, codeSealed: null, isCodeRight: null, reason: null })
    .where(and(inArray(cancellation.calloutId, [...calloutIds]), ne(cancellation.state, 'waiting')));
}
