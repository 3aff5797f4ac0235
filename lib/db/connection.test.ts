import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { migrateDatabase } from '#lib/db/migrate.ts';
import { readiness } from '#lib/db/readiness.ts';
import { takeWithinLimits } from '#lib/identity/limits.ts';
import { subscribeToChanges } from '#lib/live/change-feed.ts';
import { appDatabase } from '#lib/testing/test-database.ts';

const database = await appDatabase();
const name = new URL(database.url).pathname.slice(1);

// As an administrator may have set them, for the role or the database.
const UNUSUAL = {
  datestyle: 'German, DMY',
  timezone: 'Asia/Kathmandu',
  intervalstyle: 'sql_standard',
  bytea_output: 'escape',
  extra_float_digits: '-10',
  search_path: 'elsewhere',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  client_encoding: 'LATIN1',
  lock_timeout: '1',
};

const administrator = new Client({ connectionString: database.url });
await administrator.connect();
for (const [setting, value] of Object.entries(UNUSUAL)) {
  const how = setting === 'search_path' ? value : `'${value}'`;
  await administrator.query(`alter role current_user in database ${name} set ${setting} = ${how}`);
}
await administrator.end();

test('the settings of the role or the database change nothing of what our statements say and read', async () => {
  const raw = new Client({ connectionString: database.url });
  await raw.connect();
  const { rows: theirs } = await raw.query("select now()::text as at, '1 day 02:00'::interval::text as span");
  await raw.end();
  expect(theirs[0].at).toMatch(/^\d\d\.\d\d\.\d{4} /);

  const { rows } = await pool().query(
    `select $1::timestamptz as at, $1::timestamptz::text as text, '\\x00ff'::bytea as bytes,
       '1 day 02:00'::interval::text as span, 0.1::float8 + 0.2::float8 as number, 'a\\b' as plain,
       '{NULL}'::text[] as list, current_setting('lock_timeout') as patience,
       current_setting('transaction_isolation') as isolation,
       current_setting('transaction_read_only') as only_read, 'Žižek 山田' as words`,
    ['2026-02-03T04:05:06.789Z'],
  );
  expect(rows[0]).toEqual({
    at: new Date('2026-02-03T04:05:06.789Z'),
    text: '2026-02-03 04:05:06.789+00',
    bytes: Buffer.from([0, 255]),
    span: '1 day 02:00:00',
    number: 0.1 + 0.2,
    plain: 'a\\b',
    list: [null],
    patience: '0',
    isolation: 'read committed',
    only_read: 'off',
    words: 'Žižek 山田',
  });
});

test('tables are found, a start is possible, and times are read back', async () => {
  await migrateDatabase(database.url);
  expect(await readiness()).toEqual([]);
  expect(await takeWithinLimits([{ key: 'x', max: 1, windowMs: 1_000 }], new Date())).toBeNull();
});

test('the connection that listens for changes works, too', async () => {
  const heard: string[] = [];
  const leave = subscribeToChanges(({ kind }) => heard.push(kind));
  await vi.waitFor(() => expect(heard).toContain('listening'), { timeout: 20_000 });
  leave();
});

test.each([
  [`gives times in another form`, `set datestyle = 'German, DMY'`, 'times in a form'],
  ['takes no writes, as a standby does', 'set default_transaction_read_only = on', 'takes no writes'],
])('a database that %s is not ready', async (_what, statement, words) => {
  const client = await pool().connect();
  await client.query(statement);
  client.release();
  expect(await readiness()).toEqual([expect.stringContaining(words)]);
  const again = await pool().connect();
  again.release(true);
});
