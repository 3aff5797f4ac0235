import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, gt, isNull, lt, or, sql } from 'drizzle-orm';
import { escalationText } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { type Reported, SECOND_ROUTE_AFTER_S } from './model.ts';

// All times by the database's clock.

const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'`;
/** Longer than an attempt. */
const CLAIM_S = 30;
/** Later nobody needs it any more: the alert has been escalated anew, or acknowledged. */
const TRIED_FOR_S = 900;
const KEPT_S = 2 * 86_400;

export async function insertText(gatewayId: string, sealed: string): Promise<void> {
  await database()
    .insert(escalationText)
    .values({ id: randomUUID(), gatewayId, sealed })
    .onConflictDoNothing();
  await database()
    .delete(escalationText)
    .where(lt(escalationText.sentAt, ago(KEPT_S)));
}

/** The first report of each kind counts; a failure after a delivery does not. */
export async function noteReport(gatewayId: string, reported: Exclude<Reported, 'under_way'>): Promise<void> {
  const set = reported === 'delivered' ? { deliveredAt: sql`now()` } : { failedAt: sql`now()` };
  const column = reported === 'delivered' ? escalationText.deliveredAt : escalationText.failedAt;
  await database()
    .update(escalationText)
    .set(set)
    .where(and(eq(escalationText.gatewayId, gatewayId), isNull(column)));
}

/** Texts that failed, or of which no delivery was reported in time; no other worker takes them meanwhile. */
export async function claimUndelivered(): Promise<{ id: string; sealed: string }[]> {
  return database()
    .update(escalationText)
    .set({ claimedUntil: sql`now() + ${CLAIM_S} * interval '1 second'` })
    .where(
      and(
        isNull(escalationText.deliveredAt),
        isNull(escalationText.secondSentAt),
        or(sql`${escalationText.failedAt} is not null`, lt(escalationText.sentAt, ago(SECOND_ROUTE_AFTER_S))),
        gt(escalationText.sentAt, ago(TRIED_FOR_S)),
        or(isNull(escalationText.claimedUntil), lt(escalationText.claimedUntil, sql`now()`)),
      ),
    )
    .returning({ id: escalationText.id, sealed: escalationText.sealed });
}

export async function noteSecondSent(id: string): Promise<void> {
  await database().update(escalationText).set({ secondSentAt: sql`now()` }).where(eq(escalationText.id, id));
}
