import 'server-only';
import { sql } from 'drizzle-orm';
import { firstEntryAbout } from '#lib/console/audit/entry-store.ts';
import { calloutNote } from '#lib/db/console-tables.ts';
import { database } from '#lib/db/database.ts';
import { calloutMessage, cancellation } from '#lib/db/following-tables.ts';
import { type Key, keyOf, type Mark } from './model.ts';

/** What an operator does about a callout, beside acknowledging it: only the audit knows of these. */
const AUDITED = ['callout.reread', 'callout.set_verdict'];

/**
 * The first deed of any operator after each acknowledgement: a note, a message, a cancellation, a re-read, a verdict. Of
 * a press there is none: its outcome ends the alert.
 */
export async function firstDeeds(marks: readonly Mark[]): Promise<Map<string, Date>> {
  const asked = marks.flatMap((mark) =>
    mark.acknowledged && isOfCallout(mark)
      ? [{ key: keyOf(mark), calloutId: mark.subject, since: mark.acknowledged.at.toISOString() }]
      : [],
  );
  if (asked.length === 0) return new Map();
  const { rows } = await database().execute<{ key: string; at_ms: string }>(sql`
    select asked.key, floor(extract(epoch from least(note.at, message.at, cancelled.at, entry.at)) * 1000) as at_ms
    from unnest(${sql.param(asked.map(({ key }) => key))}::text[],
      ${sql.param(asked.map(({ calloutId }) => calloutId))}::bigint[],
      ${sql.param(asked.map(({ since }) => since))}::timestamptz[]) as asked(key, callout_id, since)
    cross join lateral (
      select min(written_at) as at from ${calloutNote} where callout_id = asked.callout_id and written_at >= asked.since
    ) as note
    cross join lateral (
      select min(written_at) as at from ${calloutMessage}
      where callout_id = asked.callout_id and author = 'operator' and written_at >= asked.since
    ) as message
    cross join lateral (
      select min(asked_at) as at from ${cancellation}
      where callout_id = asked.callout_id and by = 'operator' and asked_at >= asked.since
    ) as cancelled
    cross join lateral (${firstEntryAbout(sql`asked.callout_id::text`, AUDITED, sql`asked.since`)}) as entry
    where coalesce(note.at, message.at, cancelled.at, entry.at) is not null`);
  return new Map(rows.map(({ key, at_ms }) => [key, new Date(Number(at_ms))]));
}

function isOfCallout({ kind }: Key): boolean {
  return kind !== 'press_undelivered' && kind !== 'aura_unreachable';
}
