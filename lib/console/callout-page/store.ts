import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { listFacts } from '#lib/callouts/store.ts';
import { listEntriesAbout } from '#lib/console/audit/entry-store.ts';
import { openedFrom } from '#lib/customers/directory/private-model.ts';
import { alert, calloutNote, escalationNotice, escalationText } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { calloutMessage, calloutRating } from '#lib/db/following-tables.ts';
import { press, user } from '#lib/db/tables.ts';
import { listCancellations } from '#lib/following/cancellations/store.ts';
import { MAX_ENTRIES } from './model.ts';
import type { Entry } from './schema.ts';

const giver = alias(user, 'giver');
const assignee = alias(user, 'assignee');

type Facts = Awaited<ReturnType<typeof listFacts>>;

/** Everything recorded about a callout, unordered. */
export async function listEntries(
  row: { id: number; duressAt: Date | null },
  customerId: number,
  facts: Facts,
): Promise<Entry[]> {
  const parts = await Promise.all([
    pressEntries(row.id),
    markEntries(row.id),
    noticeEntries(row.id),
    cancellationEntries(row.id),
    messageEntries(row.id),
    noteEntries(row.id),
    deedEntries(row.id),
    profileEntries(row.id, customerId),
    ratingEntries(row.id),
  ]);
  const own = facts.map(
    ({ at, stage, event, source }): Entry => ({ kind: 'fact', at: at.toISOString(), stage, event, source }),
  );
  const duress: Entry[] = row.duressAt ? [{ kind: 'duress_suspected', at: row.duressAt.toISOString() }] : [];
  return [...own, ...duress, ...parts.flat()];
}

async function pressEntries(calloutId: number): Promise<Entry[]> {
  const rows = await database()
    .select({
      receivedAt: press.receivedAt,
      mark: alert,
      ...{ by: user.name, to: assignee.name, giver: giver.name },
    })
    .from(press)
    .leftJoin(alert, and(eq(alert.kind, 'press_undelivered'), eq(alert.subject, sql`${press.id}::text`)))
    .leftJoin(user, eq(user.id, alert.acknowledgedBy))
    .leftJoin(assignee, eq(assignee.id, alert.assignedTo))
    .leftJoin(giver, eq(giver.id, alert.assignedBy))
    .where(eq(press.calloutId, calloutId))
    .orderBy(desc(press.receivedAt))
    .limit(MAX_ENTRIES);
  return rows.flatMap(({ receivedAt, mark, ...names }): Entry[] => [
    { kind: 'pressed', at: receivedAt.toISOString() },
    ...(mark ? heldEntries(mark, names) : []),
  ]);
}

type Names = { by: string | null; to: string | null; giver: string | null };

function heldEntries(mark: typeof alert.$inferSelect, { by, to, giver }: Names): Entry[] {
  const { kind: need, acknowledgedAt, assignedAt } = mark;
  return [
    ...(assignedAt ? [{ kind: 'assigned' as const, at: assignedAt.toISOString(), to, by: giver, need }] : []),
    ...(acknowledgedAt ? [{ kind: 'taken_up' as const, at: acknowledgedAt.toISOString(), by, need }] : []),
  ];
}

async function markEntries(calloutId: number): Promise<Entry[]> {
  const rows = await database()
    .select({ mark: alert, by: user.name, to: assignee.name, giver: giver.name })
    .from(alert)
    .leftJoin(user, eq(user.id, alert.acknowledgedBy))
    .leftJoin(assignee, eq(assignee.id, alert.assignedTo))
    .leftJoin(giver, eq(giver.id, alert.assignedBy))
    .where(eq(alert.subject, String(calloutId)))
    .limit(MAX_ENTRIES);
  return rows.flatMap(({ mark, ...names }) => heldEntries(mark, names));
}

/** Who was notified of its alerts, and of those of its presses. */
async function noticeEntries(calloutId: number): Promise<Entry[]> {
  const subjects = sql`array(
    select ${String(calloutId)} union all select id::text from ${press} where callout_id = ${calloutId})`;
  const rows = await database()
    .select({
      notice: escalationNotice,
      // A subquery: a join would read all texts where there are few.
      deliveredAt: sql<string | null>`(select floor(extract(epoch from ${escalationText.deliveredAt}) * 1000)
        from ${escalationText} where ${escalationText.gatewayId} = ${escalationNotice.textId})`,
    })
    .from(escalationNotice)
    .where(sql`${escalationNotice.subject} = any(${subjects})`)
    .orderBy(desc(escalationNotice.sentAt))
    .limit(MAX_ENTRIES);
  return rows.map(({ notice: { sentAt, kind: need, shown: to, times }, deliveredAt }) => ({
    ...{ kind: 'escalated', at: sentAt.toISOString(), need, to, times },
    deliveredAt: deliveredAt === null ? null : new Date(Number(deliveredAt)).toISOString(),
  }));
}

async function cancellationEntries(calloutId: number): Promise<Entry[]> {
  const rows = await listCancellations(calloutId);
  return rows.flatMap(({ cancellation: { by, askedAt, settledAt, isCodeRight, state }, name }): Entry[] => [
    { kind: 'cancel_asked', at: askedAt.toISOString(), by, name, isCodeRight },
    ...(settledAt && state !== 'waiting'
      ? [{ kind: 'cancel_settled' as const, at: settledAt.toISOString(), state }]
      : []),
  ]);
}

async function messageEntries(calloutId: number): Promise<Entry[]> {
  const rows = await database()
    .select({ at: calloutMessage.writtenAt, author: calloutMessage.author, name: user.name })
    .from(calloutMessage)
    .leftJoin(user, eq(user.id, calloutMessage.authorId))
    .where(eq(calloutMessage.calloutId, calloutId))
    .orderBy(desc(calloutMessage.seq))
    .limit(MAX_ENTRIES);
  return rows.map(({ at, author, name }): Entry => {
    const written = at.toISOString();
    // The person's name is in the page's title.
    const from = [{ author, name: author === 'operator' ? name : null }];
    return { kind: 'messages', at: written, until: written, count: 1, from };
  });
}

async function noteEntries(calloutId: number): Promise<Entry[]> {
  const rows = await database()
    .select({ at: calloutNote.writtenAt, by: user.name })
    .from(calloutNote)
    .innerJoin(user, eq(user.id, calloutNote.operatorId))
    .where(eq(calloutNote.calloutId, calloutId))
    .orderBy(desc(calloutNote.writtenAt), desc(calloutNote.id))
    .limit(MAX_ENTRIES);
  return rows.map(({ at, by }): Entry => ({ kind: 'note', at: at.toISOString(), by }));
}

async function deedEntries(calloutId: number): Promise<Entry[]> {
  const actions = ['callout.reread', 'callout.set_verdict', 'alert.acknowledge_many'];
  const rows = await listEntriesAbout({ subject: String(calloutId), actions }, MAX_ENTRIES);
  return rows.flatMap(({ at, action, detail, by }): Entry[] => {
    const what = { at: at.toISOString(), by };
    if (action === 'callout.reread') return [{ kind: 'reread', ...what, outcome: detail ?? '' }];
    if (action === 'alert.acknowledge_many') {
      return [{ kind: 'taken_with_others', ...what, reason: detail ?? '' }];
    }
    if (detail !== 'genuine' && detail !== 'false_alarm' && detail !== 'none') return [];
    return [{ kind: 'verdict', ...what, verdict: detail }];
  });
}

async function profileEntries(calloutId: number, customerId: number): Promise<Entry[]> {
  const subject = String(customerId);
  const rows = await listEntriesAbout(
    { subject, actions: ['customer.read_private'], detail: openedFrom(calloutId) },
    MAX_ENTRIES,
  );
  return rows.map(({ at, by }): Entry => ({ kind: 'profile_opened', at: at.toISOString(), by }));
}

async function ratingEntries(calloutId: number): Promise<Entry[]> {
  const [row] = await database().select().from(calloutRating).where(eq(calloutRating.calloutId, calloutId));
  return row ? [{ kind: 'rated', at: row.ratedAt.toISOString(), rating: row.rating }] : [];
}

export async function findName(userId: string): Promise<string | null> {
  const [row] = await database().select({ name: user.name }).from(user).where(eq(user.id, userId));
  return row?.name ?? null;
}
