import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './test-database.ts';

const [mine, other] = await Promise.all([testDatabase(), testDatabase()]);

async function query(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test('a test database is migrated', async () => {
  const applied = await query(mine.url, 'select count(*)::int as count from drizzle.__drizzle_migrations');
  expect(applied).toEqual([{ count: expect.any(Number) }]);
});

test('test databases do not see each other', async () => {
  await query(mine.url, 'create table only_here (id int)');
  const seen = await query(other.url, "select to_regclass('only_here') as found");
  expect(seen).toEqual([{ found: null }]);
});
