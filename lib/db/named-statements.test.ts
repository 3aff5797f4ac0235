import fc from 'fast-check';
import { Client, Pool } from 'pg';
import { expect, test } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { transactionPooler } from '#lib/testing/transaction-pooler.ts';
import { statementNames, withNames } from './named-statements.ts';

const DOUBLED = { text: 'select $1::int * 2 as doubled' };

async function session() {
  const { url } = await testDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  cleanUp(() => client.end());
  const prepared = async () =>
    (await client.query('select statement from pg_prepared_statements')).rows.map(
      ({ statement }) => statement,
    );
  return { client, prepared };
}

test('the server keeps the plan of a statement that is asked often, and of no other', async () => {
  const { client, prepared } = await session();
  const named = withNames(client, statementNames());
  for (const number of [1, 2, 3, 4]) {
    expect((await named.query(DOUBLED, [number])).rows).toEqual([{ doubled: 2 * number }]);
  }
  await named.query({ text: 'select $1::int as once' }, [1]);
  expect(await prepared()).toEqual([DOUBLED.text]);
});

test('a session that does not know a name any more is asked without one', async () => {
  const { client, prepared } = await session();
  const named = withNames(client, statementNames());
  for (const number of [1, 2, 3]) await named.query(DOUBLED, [number]);
  await client.query('deallocate all');
  expect((await named.query(DOUBLED, [4])).rows).toEqual([{ doubled: 8 }]);
  expect((await named.query(DOUBLED, [5])).rows).toEqual([{ doubled: 10 }]);
  expect(await prepared()).toEqual([]);
});

test('a statement whose columns a migration changed is answered', async () => {
  const { client } = await session();
  const named = withNames(client, statementNames());
  await client.query('create table thing (a int); insert into thing values (1)');
  const all = { text: 'select * from thing where $1::int = 1' };
  for (let times = 0; times < 4; times += 1) await named.query(all, [1]);
  await client.query(`alter table thing add b text default 'b'`);
  expect((await named.query(all, [1])).rows).toEqual([{ a: 1, b: 'b' }]);
});

test('behind a pooler that gives out sessions by the transaction, every statement is answered', async () => {
  const database = await testDatabase();
  const { url } = await transactionPooler(database.url);
  const pool = new Pool({ connectionString: url, max: 8 });
  cleanUp(() => pool.end());
  const named = withNames(pool, statementNames());
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => named.query(DOUBLED, [number])));
    expect(answers.map(({ rows }) => rows[0].doubled)).toEqual([2, 4, 6, 8, 10, 12]);
  }
});

test('names are unique, stay the same, fit, and are bounded', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 10_000 }), (asked) => {
      const names = statementNames();
      const found = new Map<string, string>();
      for (const text of asked.map(String)) {
        const name = names.nameOf(text);
        if (!name) continue;
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(63);
        expect(found.get(text) ?? name).toBe(name);
        found.set(text, name);
      }
      expect(new Set(found.values()).size).toBe(found.size);
      expect(found.size).toBeLessThanOrEqual(300);
    }),
    { numRuns: 20 },
  );
});

test('however many statements are asked for, the first three hundred of the often asked have names', () => {
  const names = statementNames();
  const texts = Array.from({ length: 1_000 }, (_, index) => `select ${index}`);
  for (let times = 0; times < 4; times += 1) for (const text of texts) names.nameOf(text);
  expect(texts.filter((text) => names.nameOf(text) !== undefined)).toHaveLength(300);
});
