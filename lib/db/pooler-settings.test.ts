import { Client } from 'pg';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { readiness } from '#lib/db/readiness.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { transactionPooler } from '#lib/testing/transaction-pooler.ts';

test('behind a pooler in transaction mode, settings of the role that Vigil cannot have are named', async () => {
  const database = await testDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const administrator = new Client({ connectionString: database.url });
  await administrator.connect();
  for (const setting of [`bytea_output = 'escape'`, `TimeZone = 'Asia/Kathmandu'`])
    await administrator.query(`alter role current_user in database ${name} set ${setting}`);
  await administrator.end();

  const { url } = await transactionPooler(database.url);
  testEnv({ DATABASE_URL: url });
  cleanUp(() => pool().end());
  expect(await readiness()).toEqual([expect.stringMatching(/pooler.*: TimeZone, bytea_output\./)]);
});
