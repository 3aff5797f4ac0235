import 'server-only';
import { Client, type ClientConfig } from 'pg';
import { connectionTo } from '#lib/db/connection.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

/**
 * A session of its own, past any pooler: one in transaction mode gives `LISTEN`, session locks and `SET` to whoever comes
 * next. Not connected yet.
 */
export function directClient(name: string, more: ClientConfig = {}): Client {
  const client = new Client({ ...connectionTo(env.DATABASE_DIRECT_URL, name), ...more });
  // Without a listener the event would end the process; the next query fails.
  client.on('error', (error) =>
    log.warn({ error: describeError(error), name }, 'direct database connection lost'),
  );
  return client;
}

/** Ends a session, and with it its locks, in any state; not waited for, as a dead line never answers. */
export function endDirectly(client: Client): void {
  void client.end().catch((error: unknown) => {
    log.warn({ error: describeError(error) }, 'a direct database connection did not end in order');
  });
}
