import 'server-only';
import { and, count, desc, eq, gt, gte, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { calloutNote, handover } from '#lib/db/console-tables.ts';
import { database, transaction } from '#lib/db/database.ts';
import { callout, person, press, user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';

const LISTED = 10;
const MAX_CALLOUTS = 50;
const MAX_NOTES = 50;

type Operator = Actor & { operatorId: string };

/** Stores a handover; false when its id exists. */
export async function insertHandover(actor: Operator, id: string, note: string, at: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const inserted = await tx
      .insert(handover)
      .values({ id, note, writtenBy: actor.operatorId, writtenAt: at })
      .onConflictDoNothing()
      .returning({ id: handover.id });
    if (inserted.length === 0) return false;
    await audit(actor, { action: 'handover.write', subject: id }, tx);
    return true;
  });
}

/** Signs the newest handover of another operator; false when it has a newer one, or is signed. */
export async function sign(actor: Operator, id: string, at: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const newer = tx
      .select({ one: sql`1` })
      .from(alias(handover, 'newer'))
      .where(sql`newer.written_at > ${handover.writtenAt}`);
    const signed = await tx
      .update(handover)
      .set({ signedBy: actor.operatorId, signedAt: at })
      .where(and(eq(handover.id, id), isNull(handover.signedAt), sql`not exists ${newer}`))
      .returning({ id: handover.id });
    if (signed.length === 0) return false;
    await audit(actor, { action: 'handover.sign', subject: id }, tx);
    return true;
  });
}

export async function findHandover(id: string) {
  const [row] = await database().select().from(handover).where(eq(handover.id, id));
  return row ?? null;
}

/** Newest first, with the operators' names. */
export async function listHandovers() {
  const signer = alias(user, 'signer');
  return database()
    .select({ handover, by: user.name, signedBy: signer.name })
    .from(handover)
    .innerJoin(user, eq(user.id, handover.writtenBy))
    .leftJoin(signer, eq(signer.id, handover.signedBy))
    .orderBy(desc(handover.writtenAt), desc(handover.id))
    .limit(LISTED);
}

/** Counts of what came in since then, and of what is open. Closed ones are counted among those raised since. */
export async function countShift(since: Date) {
  const [presses, raised, closed, open] = await Promise.all([
    database().select({ n: count() }).from(press).where(gte(press.receivedAt, since)),
    database().select({ n: count() }).from(callout).where(gte(callout.raisedAt, since)),
    database()
      .select({ n: count() })
      .from(callout)
      .where(and(gte(callout.raisedAt, since), sql`${callout.closedAt} is not null`)),
    database().select({ n: count() }).from(callout).where(isNull(callout.closedAt)),
  ]);
  const first = ([row]: { n: number }[]) => row?.n ?? 0;
  return { presses: first(presses), raised: first(raised), closed: first(closed), open: first(open) };
}

/** Callouts that were raised since then, newest first. */
export async function listRaised(since: Date) {
  // A lateral subquery: for few callouts the planner would otherwise read all people first.
  const whose = database()
    .select({ name: person.name, surname: person.surname })
    .from(person)
    .where(eq(person.id, callout.personId))
    .limit(1)
    .as('whose');
  const { id, stage, kind, raisedAt, closedAt } = callout;
  return database()
    .select({ id, stage, kind, raisedAt, closedAt, name: whose.name, surname: whose.surname })
    .from(callout)
    .innerJoinLateral(whose, sql`true`)
    .where(gte(callout.raisedAt, since))
    .orderBy(desc(callout.raisedAt), desc(callout.id))
    .limit(MAX_CALLOUTS);
}

/** Notes since then about callouts that are open or were raised since then, newest first. */
export async function listShiftNotes(since: Date) {
  const about = sql`array(
    (select id from ${callout} where raised_at >= ${since} order by raised_at desc limit 500)
    union (select id from ${callout} where closed_at is null limit 500))`;
  return database()
    .select({
      id: calloutNote.id,
      calloutId: calloutNote.calloutId,
      by: user.name,
      at: calloutNote.writtenAt,
      text: calloutNote.text,
    })
    .from(calloutNote)
    .innerJoin(user, eq(user.id, calloutNote.operatorId))
    .where(and(sql`${calloutNote.calloutId} = any(${about})`, gt(calloutNote.writtenAt, since)))
    .orderBy(desc(calloutNote.writtenAt))
    .limit(MAX_NOTES);
}
