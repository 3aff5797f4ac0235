import 'server-only';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { cancellation } from '#lib/db/following-tables.ts';
import { pushNotice, pushSubscription } from '#lib/db/push-tables.ts';
import { person } from '#lib/db/tables.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf } from '#lib/platform/outbox.ts';
import type { PushSubject, Stage } from '#lib/vocabulary.ts';

type NoticeRow = typeof pushNotice.$inferSelect;

const outbox = outboxOf(pushNotice, { isOpen: sql`true`, wakeUp: wakeUp('push') });

export type News = { about: PushSubject; stage: Stage | null; calloutId: number; personId: string };

/**
 * Queues a notice for each of a person's devices that gets pushes, in the caller's transaction. It takes the place of an older
 * one of its kind, and its claim, so that the older one's outcome counts for nothing.
 */
export async function insertNotices(connection: Database | Transaction, news: News): Promise<void> {
  const { about, stage, calloutId, personId } = news;
  await connection.execute(sql`
    with queued as (
      insert into push_notice (device_id, about, callout_id, stage, queued_at)
      select device_id, ${about}::text, ${calloutId}::bigint, ${stage}::text, now()
      from push_subscription where person_id = ${personId} order by device_id
      on conflict (device_id, about) do update set callout_id = excluded.callout_id, stage = excluded.stage,
        queued_at = excluded.queued_at, attempts = 0, due_at = now(), lease_until = null, lease_token = null
      returning id)
    select ${outbox.wakeUp} from queued limit 1`);
}

/** A notice with all that decides whether and how it is sent. */
export type DueNotice = NoticeRow & {
  ageMs: number;
  channel: typeof pushSubscription.$inferSelect.channel;
  endpointHash: string;
  isQuiet: boolean;
  isSaidSafe: boolean;
  language: string | null;
  alarmSettings: unknown;
  isDeleted: boolean;
};

/** Claims due notices for one attempt. */
export async function claimDueNotices(limit: number, leaseMs: number): Promise<DueNotice[]> {
  const claimed = await database()
    .update(pushNotice)
    .set({ attempts: sql`${pushNotice.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(outbox.pick(pushNotice.id, limit))
    .returning({ id: pushNotice.id, leaseToken: pushNotice.leaseToken });
  if (claimed.length === 0) return [];
  const rows = await database()
    .select({
      ...getTableColumns(pushNotice),
      ageMs: sql<number>`(extract(epoch from now() - ${pushNotice.queuedAt}) * 1000)::float8`,
      channel: pushSubscription.channel,
      endpointHash: pushSubscription.endpointHash,
      isQuiet: sql<boolean>`coalesce(${pushSubscription.quietUntil} > now(), false)`,
      // What comes after it would tell whether the code was right.
      isSaidSafe: sql<boolean>`exists (select from ${cancellation}
        where ${cancellation.calloutId} = ${pushNotice.calloutId} and ${cancellation.by} = 'person')`,
      language: person.language,
      alarmSettings: person.alarmSettings,
      isDeleted: sql<boolean>`${person.deletedAt} is not null`,
    })
    .from(pushNotice)
    .innerJoin(pushSubscription, eq(pushSubscription.deviceId, pushNotice.deviceId))
    .innerJoin(person, eq(person.id, pushSubscription.personId))
    .where(
      inArray(
        pushNotice.id,
        claimed.map(({ id }) => id),
      ),
    );
  // One that a newer one has replaced since is that one's, and claimed by nobody.
  const tokens = new Map(claimed.map(({ id, leaseToken }) => [id, leaseToken]));
  return rows.filter(({ id, leaseToken }) => leaseToken !== null && tokens.get(id) === leaseToken);
}

/** Sent, or not to be sent. A newer one that has come meanwhile stays. */
export async function endNotice(row: NoticeRow): Promise<void> {
  await database()
    .delete(pushNotice)
    .where(and(eq(pushNotice.id, row.id), outbox.isHeldBy(row)));
}

export async function postponeNotice(row: NoticeRow, afterMs: number): Promise<void> {
  await database()
    .update(pushNotice)
    .set(outbox.released(row, afterMs))
    .where(and(eq(pushNotice.id, row.id), outbox.isHeldBy(row)));
}

/** Milliseconds until a notice is due; null when none is queued. */
export function nextNoticeMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

/** What is kept of a person’s language. */
export async function findLanguage(personId: string): Promise<string | null> {
  const [row] = await database()
    .select({ language: person.language })
    .from(person)
    .where(eq(person.id, personId));
  return row?.language ?? null;
}
