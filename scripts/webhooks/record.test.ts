import { Client } from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from '#lib/testing/test-database.ts';
import { recordRegistration } from './record.ts';

const database = await testDatabase();

async function kept(): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query('select url, events from webhook_registration order by id');
  await client.end();
  return rows;
}

test('stores the registration; a repeat only updates its time', async () => {
  const [one, other] = ['https://one.test/hook', 'https://other.test/hook'];
  const events = ['NEW_CALLOUT'];
  for (const url of [one, one, other, one]) {
    expect(await recordRegistration(database.url, [{ url, events }])).toBe(true);
  }
  expect(await kept()).toEqual([one, other, one].map((url) => ({ url, events })));
});

test('says when there was no database to keep it in, or nothing to keep', async () => {
  const registration = { url: 'https://one.test/hook', events: [] };
  expect(await recordRegistration('', [registration])).toBe(false);
  expect(await recordRegistration('postgres://nobody@127.0.0.1:1/none', [registration])).toBe(false);
  expect(await recordRegistration(database.url, [])).toBe(false);
});
