import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { forgetBefore, makePartitions } from './partitions.ts';

const { url } = await appDatabase();

const WEEK_MS = 7 * 86_400_000;
const MANY = 1_000;
const BOTH = ['callout_fix', 'webhook_event'] as const;

/** Monday, 00:00 UTC. */
function weekOf(at: Date): Date {
  const day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  return new Date(day - ((at.getUTCDay() + 6) % 7) * 86_400_000);
}

const weekAgo = (weeks: number) => new Date(weekOf(new Date()).getTime() - weeks * WEEK_MS);

const receive = (at: Date | string, hash = 'hash') =>
  pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed) values ($1, 'processed', $2, 'sealed')`,
    [at, hash],
  );

const placesOf = async (table: string): Promise<Record<string, number>> => {
  const { rows } = await pool().query<{ place: string; count: number }>(
    `select tableoid::regclass::text as place, count(*)::int from ${table} group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ place, count }) => [place, count]));
};

const partitionsOf = async (table: string): Promise<string[]> => {
  const { rows } = await pool().query('select name from partitions_of($1) order by name', [table]);
  return rows.map(({ name }) => name);
};

const nameOf = (table: string, week: Date) =>
  `${table}_${week.toISOString().slice(0, 10).replaceAll('-', '')}`;

/** As it is when the product has run for a while: the weeks that the migration found are gone. */
async function withPastWeeks(weeks: readonly number[]): Promise<void> {
  for (const table of BOTH) {
    await pool().query(`drop table if exists ${table}_before`);
    for (const each of weeks) {
      const week = weekAgo(each);
      const [from, to] = [week, new Date(week.getTime() + WEEK_MS)].map((at) => at.toISOString());
      await pool().query(
        `create table if not exists ${nameOf(table, week)} partition of ${table} for values from ('${from}') to ('${to}')`,
      );
    }
  }
}

beforeEach(() => pool().query('truncate webhook_event'));

describe('a partition', () => {
  test('is there for this week and the two after it, and is made once', async () => {
    await withPastWeeks([]);
    await makePartitions();
    expect(await makePartitions()).toBe(0);
    for (const table of BOTH)
      for (const ahead of [0, -1, -2])
        expect(await partitionsOf(table)).toContain(nameOf(table, weekAgo(ahead)));
    await receive(new Date());
    await receive(new Date(weekAgo(-2).getTime() + WEEK_MS - 1));
    expect(await placesOf('webhook_event')).toEqual({
      [nameOf('webhook_event', weekAgo(0))]: 1,
      [nameOf('webhook_event', weekAgo(-2))]: 1,
    });
  });

  test('that is missing stops no delivery: its week stays with the others, and the next one is made', async () => {
    await withPastWeeks([]);
    for (const ahead of [-1, -2])
      await pool().query(`drop table if exists ${nameOf('webhook_event', weekAgo(ahead))}`);
    await receive(weekAgo(-1));
    await receive('2020-01-01T00:00Z');
    await receive('2040-01-01T00:00Z');
    expect(await placesOf('webhook_event')).toEqual({ webhook_event_default: 3 });
    expect(await makePartitions()).toBe(1);
    expect(await partitionsOf('webhook_event')).not.toContain(nameOf('webhook_event', weekAgo(-1)));
    expect(await partitionsOf('webhook_event')).toContain(nameOf('webhook_event', weekAgo(-2)));
    expect(await placesOf('webhook_event')).toEqual({ webhook_event_default: 3 });
  });

  test('is dropped when its last row is too old, and not before; rows in no week go one by one', async () => {
    await withPastWeeks([6, 5, 4]);
    const [six, five, four] = [weekAgo(6), weekAgo(5), weekAgo(4)];
    for (const week of [six, five, four]) await receive(week);
    await receive('2020-01-01T00:00Z');
    await receive('2020-01-02T00:00Z');
    const untilFive = new Date(four.getTime() - 1);
    expect(await forgetBefore('webhook_event', untilFive, 1)).toBe(2);
    expect(await placesOf('webhook_event')).toEqual({
      [nameOf('webhook_event', five)]: 1,
      [nameOf('webhook_event', four)]: 1,
      webhook_event_default: 1,
    });
    expect(await forgetBefore('webhook_event', four, MANY)).toBe(2);
    expect(await partitionsOf('webhook_event')).not.toContain(nameOf('webhook_event', five));
    expect(await placesOf('webhook_event')).toEqual({ [nameOf('webhook_event', four)]: 1 });
    expect(await partitionsOf('callout_fix')).toContain(nameOf('callout_fix', six));
    expect(await forgetBefore('callout_fix', four, MANY)).toBe(0);
    expect(await partitionsOf('callout_fix')).not.toContain(nameOf('callout_fix', six));
  });

  test('of the last day is dropped for nobody, nor are its rows deleted', async () => {
    await receive(new Date());
    await receive(new Date(Date.now() - 25 * 3_600_000));
    const before = await partitionsOf('webhook_event');
    await pool().query(`select forget_before('webhook_event', now() + interval '1 year', 10)`);
    expect(await partitionsOf('webhook_event')).toEqual(expect.arrayContaining(before.slice(-2)));
    const { rows } = await pool().query(
      `select count(*)::int as kept from webhook_event where received_at > now() - interval '24 hours'`,
    );
    expect(rows).toEqual([{ kept: 1 }]);
  });

  test('whose table is in use is not waited for longer than a second', async () => {
    await withPastWeeks([9]);
    const reader = await pool().connect();
    try {
      await reader.query('begin; select from webhook_event');
      await expect(forgetBefore('webhook_event', weekAgo(8), MANY)).rejects.toMatchObject({
        cause: { code: '55P03' },
      });
    } finally {
      await reader.query('rollback');
      reader.release();
    }
    expect(await partitionsOf('webhook_event')).toContain(nameOf('webhook_event', weekAgo(9)));
    await forgetBefore('webhook_event', weekAgo(8), MANY);
    expect(await partitionsOf('webhook_event')).not.toContain(nameOf('webhook_event', weekAgo(9)));
  });
});

describe('a role that owns nothing', () => {
  const names: string[] = [];
  afterEach(async () => {
    for (const name of names.splice(0)) await pool().query(`drop owned by ${name}; drop role ${name}`);
  });

  async function signedIn(granted: string): Promise<Client> {
    const name = `role_${randomUUID().replaceAll('-', '')}`;
    names.push(name);
    await pool().query(`create role ${name} login password 'secret' nosuperuser`);
    await pool().query(`grant usage on schema public to ${name}`);
    await pool().query(`grant ${granted} on all tables in schema public to ${name}`);
    await pool().query(`grant usage on all sequences in schema public to ${name}`);
    const own = Object.assign(new URL(url), { username: name, password: 'secret' });
    const client = new Client({ connectionString: own.href });
    await client.connect();
    return client;
  }

  test('makes partitions, fills them, and drops those that are too old', async () => {
    const client = await signedIn('select, insert, update, delete');
    await withPastWeeks([6, 5]);
    await makePartitions();
    await pool().query(`drop table if exists ${nameOf('webhook_event', weekAgo(-2))}`);
    try {
      expect((await client.query('select make_partitions() as made')).rows).toEqual([{ made: 1 }]);
      for (const at of [weekAgo(6), weekAgo(-2)])
        await client.query(
          `insert into webhook_event (received_at, state, body_hash, body_sealed) values ($1, 'received', 'x', 'x')`,
          [at],
        );
      await client.query(`update webhook_event set state = 'processed'`);
      const { rows } = await client.query(`select forget_before('webhook_event', $1, 10)::int as gone`, [
        weekAgo(5),
      ]);
      expect(rows).toEqual([{ gone: 1 }]);
      await client.query('delete from webhook_event');
      await expect(client.query(`drop table ${nameOf('webhook_event', weekAgo(5))}`)).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await client.end();
    }
  });

  test('and may only read can do neither, and nothing to other tables', async () => {
    const client = await signedIn('select');
    const other = await signedIn('all');
    try {
      const refused = { code: '42501' };
      await expect(client.query('select make_partitions()')).rejects.toMatchObject(refused);
      await expect(client.query(`select forget_before('webhook_event', now(), 10)`)).rejects.toMatchObject(
        refused,
      );
      for (const table of ["'audit_entry'", "'person'", 'null'])
        await expect(other.query(`select forget_before(${table}, now(), 10)`)).rejects.toMatchObject(refused);
    } finally {
      await client.end();
      await other.end();
    }
  });
});
