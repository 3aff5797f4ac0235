import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { insertOlderPerson, olderDatabase } from '#lib/testing/older-schema.ts';
import { migrateDatabase } from './migrate.ts';

// A database as the build before had it, with rows, a role of the app's own and a session of that build, brought to partitions.

const { url } = await olderDatabase('0015_push');
const client = new Client({ connectionString: url });
const older = new Client({ connectionString: url });
const app = `app_${process.pid}`;

await Promise.all([client.connect(), older.connect()]);
cleanUp(async () => {
  await older.end();
  await client.query(`reset role; drop owned by ${app}; drop role ${app}`);
  await client.end();
});

const rowsOf = async (table: string, by: string) =>
  (await client.query(`select to_jsonb(t) as row from ${table} t order by ${by}`)).rows;

// As that build asked.
const INSERT_FIX = `insert into callout_fix (id, callout_id, fixed_at, measured_at, received_at, place) values
  (default, $1, $2, $2, $3, 'sealed') on conflict do nothing returning id`;
const INSERT_EVENT = `insert into webhook_event (received_at, state, body_sealed, body_hash) values ($1, 'received', 'x', $2) returning id`;
const CLAIM = `update webhook_event set lease_token = gen_random_uuid(), lease_until = now() + interval '1 minute'
  where id = any(array(select id from webhook_event where state in ('received', 'waiting') and lease_until is null
  and due_at <= now() order by due_at limit $1 for update skip locked)) returning id`;
const DELETE_OLD =
  'delete from webhook_event where id in (select id from webhook_event where received_at < $1 limit 1000)';

const askAsBefore = async (name: string, text: string, values: unknown[]): Promise<string[]> =>
  (await older.query({ name, text, values })).rows.map(({ id }) => id);

let before: Record<'fixes' | 'events', unknown[]>;

beforeAll(async () => {
  await client.query(`create role ${app} nosuperuser; grant usage on schema public to ${app}`);
  await client.query(`grant select, insert, update, delete on all tables in schema public to ${app}`);
  await insertOlderPerson(client);
  await client.query(
    `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at)
     values (1, 'p', 'real', 'raised', now(), now(), now())`,
  );
  await client.query(
    `insert into callout_fix (callout_id, fixed_at, measured_at, received_at, place)
     select 1, at, at, at + interval '1 s', 'place ' || nth
     from (select nth, now() - nth * interval '9 hours' as at from generate_series(0, 299) nth) as given`,
  );
  await client.query(
    `insert into webhook_event (received_at, state, body_sealed, body_hash)
     select now() - nth * interval '9 hours', 'processed', 'body ' || nth, 'hash ' || nth from generate_series(-30, 299) nth`,
  );
  await askAsBefore('fix', INSERT_FIX, [1, new Date(), new Date()]);
  await askAsBefore('event', INSERT_EVENT, [new Date(), 'a']);
  before = { fixes: await rowsOf('callout_fix', 'id'), events: await rowsOf('webhook_event', 'id') };
  await migrateDatabase(url);
});

afterAll(() => client.query('rollback'));

test('no row is lost or changed, those of a clock that is ahead included', async () => {
  expect(before.fixes).toHaveLength(301);
  expect(before.events).toHaveLength(331);
  expect(await rowsOf('callout_fix', 'id')).toEqual(before.fixes);
  expect(await rowsOf('webhook_event', 'id')).toEqual(before.events);
});

test('no row was copied: the table of before is a partition', async () => {
  for (const table of ['callout_fix', 'webhook_event']) {
    const { rows } = await client.query(
      `select distinct tableoid::regclass::text as place from ${table} order by 1`,
    );
    expect(rows).toEqual([{ place: `${table}_before` }]);
  }
});

test('the build before goes on: its statements, prepared ones too, its numbers, its repeats', async () => {
  const [last] = (await client.query('select max(id) as id from callout_fix')).rows;
  const at = new Date();
  const later = new Date(at.getTime() + 30 * 86_400_000);
  expect(await askAsBefore('fix', INSERT_FIX, [1, at, at])).toEqual([`${Number(last.id) + 1}`]);
  expect(await askAsBefore('fix', INSERT_FIX, [1, at, at])).toEqual([]);
  const [event] = await askAsBefore('event', INSERT_EVENT, [at, 'b']);
  const [ahead] = await askAsBefore('event', INSERT_EVENT, [later, 'c']);
  expect(await askAsBefore('claim', CLAIM, [500])).toEqual(expect.arrayContaining([event, ahead]));
  const { rowCount } = await older.query(DELETE_OLD, [new Date(at.getTime() - 86_400_000)]);
  expect(rowCount).toBe(297);
});

test('a callout with positions cannot be deleted, a position needs one, as before', async () => {
  const refused = { code: '23503' };
  await expect(client.query('delete from callout where id = 1')).rejects.toMatchObject(refused);
  for (const at of ["now() + interval '10 days'", "now() + interval '1 year'"])
    await expect(
      client.query(
        `insert into callout_fix (callout_id, fixed_at, measured_at, received_at, place) values (2, now(), now(), ${at}, 'x')`,
      ),
    ).rejects.toMatchObject(refused);
});

test('the role of the app keeps its rights, and the first partition can be dropped without its numbers', async () => {
  await client.query(`set role ${app}`);
  for (const table of ['callout_fix', 'webhook_event'])
    await client.query(`select from ${table}; delete from ${table} where false`);
  await client.query('reset role');
  await client.query('begin; drop table callout_fix_before; drop table webhook_event_before');
  const { rows } = await client.query(
    `insert into callout_fix (callout_id, fixed_at, measured_at, received_at, place) values (1, now(), now(), now(), 'x') returning id`,
  );
  await client.query('rollback');
  expect(Number(rows[0].id)).toBeGreaterThan(301);
});
