import { Client } from 'pg';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { MigrationLocked, migrateDatabase } from '#lib/db/migrate.ts';
import { readiness } from '#lib/db/readiness.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { transactionPooler } from '#lib/testing/transaction-pooler.ts';

// Behind a pooler in transaction mode, which gives each transaction any session that is free.

const database = await testDatabase();

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('what a connection sets there is met in another, and two transactions at once run in two sessions', async () => {
  const { url, sessions } = await transactionPooler(database.url);
  await ask(url, `set lock_timeout = '7ms'`);
  expect(await ask(url, 'show lock_timeout')).toEqual([{ lock_timeout: '7ms' }]);
  const busy = new Client({ connectionString: url });
  await busy.connect();
  await busy.query('begin');
  expect(await ask(url, 'show lock_timeout')).toEqual([{ lock_timeout: '0' }]);
  expect(sessions()).toBe(2);
  await busy.end();
});

test('three starts in a row migrate, and none leaves the lock behind', async () => {
  const { url } = await transactionPooler(database.url);
  for (let start = 0; start < 3; start += 1) await migrateDatabase(url, { lockTimeoutMs: 1 });
  expect(
    await ask(
      database.url,
      `select count(*)::int as held from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`,
    ),
  ).toEqual([{ held: 0 }]);
});

test('a start that finds the lock held by a session that the pooler keeps says so, and ends', async () => {
  const { url } = await transactionPooler(database.url);
  await ask(url, 'select pg_advisory_lock(7146311)');
  const busy = new Client({ connectionString: url });
  await busy.connect();
  // The session with the lock is in use, or a start would come by it.
  await busy.query('begin');
  const said: string[] = [];
  const start = migrateDatabase(url, { lockTimeoutMs: 1, log: (line) => said.push(line) });
  await expect(start).rejects.toThrow(MigrationLocked);
  expect(said).toEqual([expect.stringContaining('waiting for another instance')]);
  await busy.end();
});

test('with the settings that Vigil needs it is ready, and all its transactions have them', async () => {
  const { url } = await transactionPooler(database.url);
  testEnv({ DATABASE_URL: url });
  cleanUp(() => pool().end());
  expect(await readiness()).toEqual([]);
  const asked = Array.from({ length: 8 }, () =>
    pool().query(`select '2026-02-03T04:05:06Z'::timestamptz as at`),
  );
  for (const { rows } of await Promise.all(asked))
    expect(rows[0].at).toEqual(new Date('2026-02-03T04:05:06Z'));
});
