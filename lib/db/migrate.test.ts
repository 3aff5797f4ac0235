import { Client } from 'pg';
import { expect, test } from 'vitest';
import { eventually } from '#lib/testing/eventually.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { MigrationLocked, migrateDatabase, SchemaTooOld } from './migrate.ts';

const database = await testDatabase();

test('a start that does not get the lock fails with a message; with the lock free it continues', async () => {
  // As a session behind a pooler, which nobody ends.
  const kept = new Client({ connectionString: database.url });
  await kept.connect();
  await kept.query('select pg_advisory_lock(7146311)');
  const logged: string[] = [];
  const start = (lockTimeoutMs: number) =>
    migrateDatabase(database.url, { lockTimeoutMs, log: (line) => logged.push(line) });
  await expect(start(1)).rejects.toThrow(MigrationLocked);
  await expect(start(600)).rejects.toThrow(/pooler/);
  // Once for each start.
  expect(logged).toEqual(Array(2).fill(expect.stringContaining('waiting for another instance')));
  const going = start(60_000);
  await kept.query('select pg_advisory_unlock(7146311)');
  await going;
  await kept.end();
});

test('a limit of time that the role has stops no migration', async () => {
  const { url } = await testDatabase();
  const [other, looking] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([other.connect(), looking.connect()]);
  const name = new URL(url).pathname.slice(1);
  await other.query(`alter role current_user in database ${name} set statement_timeout = '1s'`);
  await other.query('begin; lock table drizzle.__drizzle_migrations in access exclusive mode');
  const going = migrateDatabase(url);
  const waits = `select count(*)::int as waiting from pg_stat_activity
     where datname = $1 and wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '1.5 s'`;
  await Promise.race([
    going,
    eventually(async () => expect((await looking.query(waits, [name])).rows).toEqual([{ waiting: 1 }])),
  ]);
  await other.query('rollback');
  await going;
  await Promise.all([other.end(), looking.end()]);
});

test('nothing keeps the lock after a start', async () => {
  await migrateDatabase(database.url);
  const looking = new Client({ connectionString: database.url });
  await looking.connect();
  const { rows } = await looking.query(
    `select count(*)::int as held from pg_locks join pg_database d on d.oid = database
     where locktype = 'advisory' and d.datname = current_database()`,
  );
  await looking.end();
  expect(rows).toEqual([{ held: 0 }]);
});

test('a database from before the baseline is left as it is, and the start says why', async () => {
  const older = await testDatabase();
  const client = new Client({ connectionString: older.url });
  await client.connect();
  const applied = 'select hash from drizzle.__drizzle_migrations order by id';
  await client.query(`update drizzle.__drizzle_migrations set hash = 'of 0.1.0'`);
  await expect(migrateDatabase(older.url)).rejects.toThrow(SchemaTooOld);
  const { rows } = await client.query(applied);
  expect(new Set(rows.map(({ hash }) => hash))).toEqual(new Set(['of 0.1.0']));
  await client.end();
});
