import 'server-only';
import { and, count, desc, eq, gt, isNotNull, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { person, press, user } from '#lib/db/tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { announceChange } from '#lib/live/changes.ts';

// What operators see and do of presses that AURA does not have.

/**
 * Takes a press up for this operator and audits it, and beside one that is still recorded the person's others, which
 * stand with it on the list; one that somebody has already is left as it is.
 */
export async function acknowledge(
  actor: Actor & { operatorId: string },
  id: string,
  at: Date,
): Promise<void> {
  await transaction(async (tx) => {
    const [first] = await tx.select().from(press).where(eq(press.id, id));
    if (!first) return;
    const taken = await tx
      .update(press)
      .set({ acknowledgedAt: at, acknowledgedBy: actor.operatorId })
      .where(and(isWaiting(first) ? isWaitingWith(first) : eq(press.id, id), isNull(press.acknowledgedAt)))
      .returning({ id: press.id, personId: press.personId });
    for (const { id: subject, personId } of taken) {
      await audit(actor, { action: 'press.acknowledge', subject }, tx);
      await announceChange(tx, { about: 'press', pressId: subject, personId });
    }
  });
}

function isWaiting({ state, withdrawRequestedAt, acknowledgedAt }: typeof press.$inferSelect): boolean {
  return state === 'recorded' && withdrawRequestedAt === null && acknowledgedAt === null;
}

function isWaitingWith({ personId, kind }: typeof press.$inferSelect) {
  return and(
    eq(press.personId, personId),
    eq(press.kind, kind),
    eq(press.state, 'recorded'),
    isNull(press.withdrawRequestedAt),
  );
}

// One by one: there are few such presses, which the database does not know, so that it would read all people first.
const presser = () =>
  database()
    .select({ name: person.name, surname: person.surname, mobile: person.mobile })
    .from(person)
    .where(eq(person.id, press.personId))
    .limit(1)
    .as('presser');

function undelivered() {
  const whose = presser();
  const { name, surname, mobile } = whose;
  return database()
    .select({ press, name, surname, mobile, acknowledgedBy: user.name })
    .from(press)
    .innerJoinLateral(whose, sql`true`)
    .leftJoin(user, eq(user.id, press.acknowledgedBy))
    .$dynamic();
}

/** Presses that AURA does not have and nobody has acknowledged, but for those on their way since a moment: those still being sent first, then the newest. */
export async function listUnacknowledged(receivedBefore: Date, limit: number) {
  return undelivered()
    .where(isUnacknowledged(receivedBefore))
    .orderBy(desc(eq(press.state, 'recorded')), desc(press.receivedAt))
    .limit(limit);
}

export async function countUnacknowledged(receivedBefore: Date): Promise<number> {
  const [row] = await database().select({ all: count() }).from(press).where(isUnacknowledged(receivedBefore));
  return row?.all ?? 0;
}

function isUnacknowledged(receivedBefore: Date) {
  return and(
    notInArray(press.state, ['delivered', 'withdrawn']),
    isNull(press.acknowledgedAt),
    or(isNotNull(press.lastProblem), lt(press.receivedAt, receivedBefore)),
  );
}

/** Presses still on their way that somebody has acknowledged, so that the next one sees who has them. */
export async function listTakenUp(receivedSince: Date, limit: number) {
  return undelivered()
    .where(
      and(isNotNull(press.acknowledgedBy), eq(press.state, 'recorded'), gt(press.receivedAt, receivedSince)),
    )
    .orderBy(desc(press.receivedAt))
    .limit(limit);
}
