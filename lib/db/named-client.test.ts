import { expect, test } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { NamedClient, statementName } from './named-client.ts';

const database = await testDatabase();

async function connected() {
  const client = new NamedClient({ connectionString: database.url });
  await client.connect();
  cleanUp(() => client.end());
  await client.query('create temporary table counted (id int primary key)');
  return client;
}

const prepared = async (client: NamedClient) => {
  const { rows } = await client.query(
    'select name, statement from pg_prepared_statements order by statement',
  );
  return rows;
};

const INSERT = 'insert into counted (id) values ($1) on conflict (id) do nothing returning id';

test('a write is prepared once per connection, a read never', async () => {
  const client = await connected();
  for (const id of [1, 2, 2]) await client.query({ text: INSERT }, [id]);
  await client.query({ text: 'select id from counted where id = $1' }, [1]);
  expect(await prepared(client)).toEqual([{ name: statementName(INSERT), statement: INSERT }]);
});

test('callers with a callback are answered as those with a promise', async () => {
  const client = await connected();
  const rows = await new Promise((resolve, reject) => {
    client.query({ text: INSERT, values: [3] }, (error: Error | null, result) =>
      error ? reject(error) : resolve(result.rows),
    );
  });
  expect(rows).toEqual([{ id: 3 }]);
});

test('texts without end are not named without end', () => {
  const named = Array.from({ length: 1_000 }, (_, at) => statementName(`insert into x values (${at})`));
  expect(named.filter(Boolean).length).toBeLessThanOrEqual(200);
  expect(named[0]).toBeDefined();
});

test('a server that has lost the names is asked again without, and from then on only so', async () => {
  const client = await connected();
  await client.query({ text: INSERT }, [4]);
  // As a pooler does that gives out another connection: what this client thinks is prepared is not there.
  await client.query('deallocate all');
  expect((await client.query({ text: INSERT }, [5])).rows).toEqual([{ id: 5 }]);
  expect((await client.query({ text: INSERT }, [6])).rows).toEqual([{ id: 6 }]);
  expect(await prepared(client)).toEqual([]);
});
