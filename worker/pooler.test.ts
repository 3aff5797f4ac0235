import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { lockDoctor } from '#lib/integration/store.ts';
import { listen } from '#lib/live/listen.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { transactionPooler } from '#lib/testing/transaction-pooler.ts';
import { keepPolling } from '#worker/poller.ts';

// Statements go through a pooler in transaction mode; what needs a session of its own goes past it.

const database = await testDatabase();
const { url, sessions } = await transactionPooler(database.url, 2);
testEnv({ DATABASE_URL: url, DATABASE_DIRECT_URL: database.url });
cleanUp(() => pool().end());
const PATIENCE = { timeout: patience(20_000), interval: 50 };

/** Who holds session locks, and the settings that the pooler's sessions were left with. */
async function look() {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and datname = current_database() order by 1`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

test('locks are held by sessions of their own, and end with them', async () => {
  const stopping = new AbortController();
  const ended = keepPolling(stopping.signal);
  await vi.waitFor(async () => expect(await look()).toEqual(['vigil poller']), PATIENCE);
  const unlock = await lockDoctor();
  expect(await look()).toEqual(['vigil doctor', 'vigil poller']);
  expect(await lockDoctor()).toBeNull();
  await unlock?.();
  stopping.abort();
  await ended;
  await vi.waitFor(async () => expect(await look()).toEqual([]), PATIENCE);
  // The poller's own limit for silence has not stayed in a session that others get.
  const asked = Array.from({ length: 4 }, () => pool().query('show idle_session_timeout'));
  for (const { rows } of await Promise.all(asked)) expect(rows).toEqual([{ idle_session_timeout: '0' }]);
  expect(sessions()).toBeLessThanOrEqual(2);
});

test('a notification that was sent through the pooler is heard past it', async () => {
  const heard: string[] = [];
  const stopping = new AbortController();
  const listening = Promise.withResolvers<void>();
  const ended = listen(
    'vigil_work',
    {
      onPayload: (payload) => heard.push(payload),
      onListening: listening.resolve,
      onLost: () => undefined,
    },
    stopping.signal,
  );
  await listening.promise;
  await pool().query(`select pg_notify('vigil_work', 'press')`);
  await vi.waitFor(() => expect(heard).toEqual(['press']), PATIENCE);
  stopping.abort();
  await ended;
});
