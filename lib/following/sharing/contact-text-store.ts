import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { contactText, trustedContact } from '#lib/db/contact-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { cancellation, shareLink } from '#lib/db/following-tables.ts';
import { callout, person } from '#lib/db/tables.ts';
import { announceChange } from '#lib/live/changes.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';
import { openedMobile, openedOrNull } from '#lib/platform/unopened.ts';
import type { ContactTextProblem } from '#lib/vocabulary.ts';
import { hashToken, revokeLinks } from './store.ts';

type ContactTextRow = typeof contactText.$inferSelect;

// The news of a delivered press wakes the job: a notification of its own would hold up the commit.
const outbox = outboxOf(contactText, { isOpen: eq(contactText.state, 'queued'), wakeUp: wakeUp('callout') });

/**
 * Part of the statement that settles a press: a text for each contact who is to get one, if it is a real press that was
 * delivered. Once for a callout and a contact, however many presses have that callout.
 */
export function queueingOf(settled: SQL): SQL {
  return sql`insert into contact_text (callout_id, contact_id, state, queued_at)
    select delivered.callout_id, contact.id, 'queued', now()
    from ${settled} as delivered join ${trustedContact} as contact on contact.person_id = delivered.person_id
    where delivered.state = 'delivered' and delivered.kind = 'real' and contact.is_texted
    order by contact.id
    on conflict (callout_id, contact_id) do nothing`;
}

export async function queueContactTexts(tx: Transaction, settled: SQL): Promise<void> {
  await tx.execute(queueingOf(settled));
}

/** A text with all that decides whether and how it is sent. */
export type DueContactText = Awaited<ReturnType<typeof claimDueContactTexts>>[number];

export async function claimDueContactTexts(limit: number, leaseMs: number) {
  const claimed = await database()
    .update(contactText)
    .set({ attempts: sql`${contactText.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(outbox.pick(contactText.id, limit))
    .returning();
  if (claimed.length === 0) return [];
  const ids = claimed.map(({ id }) => id);
  const rows = await database()
    .select({
      row: contactText,
      ageMs: sql<number>`(extract(epoch from now() - ${contactText.queuedAt}) * 1000)::float8`,
      mobile: trustedContact.mobile,
      isTexted: trustedContact.isTexted,
      person,
      isOver: sql<boolean>`${callout.closedAt} is not null or ${callout.stage} in ('completed', 'cancelled')`,
      isSaidSafe: sql<boolean>`exists (select from ${cancellation}
        where ${cancellation.calloutId} = ${callout.id} and ${cancellation.by} = 'person')`,
    })
    .from(contactText)
    .innerJoin(callout, eq(callout.id, contactText.calloutId))
    .innerJoin(person, eq(person.id, callout.personId))
    .leftJoin(trustedContact, eq(trustedContact.id, contactText.contactId))
    .where(inArray(contactText.id, ids));
  const tokens = new Map(claimed.map(({ id, leaseToken }) => [id, leaseToken]));
  return rows
    .filter(({ row }) => row.leaseToken !== null && tokens.get(row.id) === row.leaseToken)
    .map(({ row, mobile, isTexted, person: owner, ...facts }) => ({
      ...{ row, ...facts },
      mobile: isTexted && mobile !== null ? openedOrNull(mobile) : null,
      ownMobile: openedMobile(owner.mobile),
      personId: owner.id,
      name: owner.name,
      latinName: owner.latinName,
      language: owner.language,
    }));
}

/** Milliseconds until a text is due; null when none is queued. */
export function nextContactTextMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

const isHeld = (row: ContactTextRow) =>
  and(eq(contactText.id, row.id), eq(contactText.state, 'queued'), outbox.isHeldBy(row));

/** Made of the text's id, so that every attempt has the same link and none is kept. */
export function contactTokenOf(row: Pick<ContactTextRow, 'id'>): string {
  return keyedHash('contact-link', row.id);
}

/** Makes the link work. False where it was taken back, or somebody else has the text. */
export async function openContactLink(row: ContactTextRow, expiresAt: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const [held] = await tx.select({ id: contactText.id }).from(contactText).where(isHeld(row)).for('update');
    if (!held) return false;
    const tokenHash = hashToken(contactTokenOf(row));
    const link = { id: randomUUID(), calloutId: row.calloutId, tokenHash };
    await tx
      .insert(shareLink)
      .values({ ...link, createdAt: sql`now()`, expiresAt })
      .onConflictDoNothing();
    const active = and(eq(shareLink.tokenHash, tokenHash), isNull(shareLink.revokedAt));
    return (await tx.$count(shareLink, active)) > 0;
  });
}

type End = { state: 'sent'; gatewayId: string | null } | { state: 'stopped'; problem: ContactTextProblem };

/** The text was sent, or is not to be sent. */
export async function endContactText({ row, personId }: DueContactText, end: End): Promise<void> {
  const sent = end.state === 'sent' ? { sentAt: sql`now()` } : {};
  await transaction(async (tx) => {
    await tx
      .update(contactText)
      .set({ ...end, ...sent, ...outbox.settled })
      .where(isHeld(row));
    await announceChange(tx, { about: 'callout', calloutId: row.calloutId, personId });
  });
}

export async function postponeContactText({ row }: DueContactText, afterMs: number): Promise<void> {
  await database().update(contactText).set(outbox.released(row, afterMs)).where(isHeld(row));
}

/** Revokes every link of a callout, and stops texts that were not sent yet; how many there were. */
export async function takeBackLinks(calloutId: number, at: Date): Promise<number> {
  return transaction(async (tx) => {
    // First the texts: one that is being sent has locked its row until its link is there to be revoked.
    const { rowCount } = await tx
      .update(contactText)
      .set({ state: 'stopped', problem: 'taken_back', ...outbox.settled })
      .where(and(eq(contactText.calloutId, calloutId), eq(contactText.state, 'queued')));
    return (rowCount ?? 0) + (await revokeLinks(tx, calloutId, at));
  });
}

export async function eraseContactTexts(tx: Transaction, calloutIds: readonly number[]): Promise<void> {
  await tx.delete(contactText).where(inArray(contactText.calloutId, [...calloutIds]));
}

/** How many contacts of a callout were texted, when first, and of how many the gateway says so. */
export async function countContactTexts(calloutId: number) {
  const of = (which: SQL) => sql<number>`(count(*) filter (where ${which}))::int`;
  const [row] = await database()
    .select({
      sent: of(sql`state = 'sent'`),
      waiting: of(sql`state = 'queued'`),
      stopped: of(sql`state = 'stopped'`),
      delivered: of(sql`delivered_at is not null`),
      failed: of(sql`delivered_at is null and failed_at is not null`),
      firstAt: sql<string | null>`min(sent_at)`,
    })
    .from(contactText)
    .where(eq(contactText.calloutId, calloutId));
  const { firstAt = null, ...counts } = row ?? { sent: 0, waiting: 0, stopped: 0, delivered: 0, failed: 0 };
  return { ...counts, firstAt: firstAt === null ? null : new Date(firstAt).toISOString() };
}

/** The first report of each kind counts. */
export async function noteContactReport(gatewayId: string, reported: 'delivered' | 'failed'): Promise<void> {
  const column = reported === 'delivered' ? contactText.deliveredAt : contactText.failedAt;
  await database()
    .update(contactText)
    .set(reported === 'delivered' ? { deliveredAt: sql`now()` } : { failedAt: sql`now()` })
    .where(and(eq(contactText.gatewayId, gatewayId), isNull(column)));
}
