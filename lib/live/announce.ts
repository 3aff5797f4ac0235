import 'server-only';
import { sql } from 'drizzle-orm';
import { type Database, database, type Transaction } from '#lib/db/database.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { onShutdown } from '#lib/platform/on-shutdown.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { CHANGES_CHANNEL, type Change } from './changes.ts';
import { WORK_CHANNEL, type WorkTopic } from './wake-up.ts';

/** Changes for open pages, and topics of jobs to wake. */
export type News = { readonly changes: readonly Change[]; readonly topics: readonly WorkTopic[] };

type Notice = { readonly channel: string; readonly payload: string };

/** Announces news when the caller's transaction commits. */
export function announce(connection: Database | Transaction, news: News): Promise<void> {
  return notify(connection, noticesOf(news));
}

/** Longer than most presses take from their record to AURA's id, so that both are announced by one statement. */
const GATHER_MS = 25;

/**
 * Announces what is committed, soon and without being waited for: the news of {@link GATHER_MS} go together. PostgreSQL
 * lets transactions that notify commit only one after the other, each with its own write to disk, and a transaction that
 * does nothing else writes nothing. A process that is killed in between announces nothing: jobs have their safety ticks, and
 * pages ask again.
 */
export function announceSoon(news: News): void {
  const waiting = processSingleton<Notice[]>('announcements', () => []);
  if (waiting.length === 0) {
    onShutdown('changes announced', () => sendAll(waiting));
    setTimeout(() => void sendAll(waiting), GATHER_MS);
  }
  waiting.push(...noticesOf(news));
}

async function sendAll(waiting: Notice[]): Promise<void> {
  const notices = waiting.splice(0);
  try {
    await notify(database(), notices);
  } catch (error) {
    log.warn({ error: describeError(error), notices: notices.length }, 'changes not announced');
  }
}

function noticesOf({ changes, topics }: News): Notice[] {
  return [
    ...changes.map((change) => ({ channel: CHANGES_CHANNEL, payload: JSON.stringify(change) })),
    ...topics.map((payload) => ({ channel: WORK_CHANNEL, payload })),
  ];
}

async function notify(connection: Database | Transaction, notices: readonly Notice[]): Promise<void> {
  if (notices.length === 0) return;
  await connection.execute(sql`select pg_notify(notice ->> 'channel', notice ->> 'payload')
    from jsonb_array_elements(${JSON.stringify(notices)}::jsonb) as notice`);
}
