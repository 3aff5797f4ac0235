import { Client } from 'pg';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pool, transaction } from '#lib/db/database.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { announce, announceSoon, type News } from './announce.ts';
import { CHANGES_CHANNEL } from './changes.ts';
import { WORK_CHANNEL } from './wake-up.ts';

const heard: string[] = [];

beforeAll(async () => {
  const { url } = await appDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  cleanUp(() => client.end());
  client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  await client.query(`listen ${CHANGES_CHANNEL}; listen ${WORK_CHANNEL}`);
});
beforeEach(() => {
  heard.length = 0;
});

const newsOf = (calloutId: number): News => ({
  changes: [{ about: 'callout', calloutId, personId: 'p' }],
  topics: ['callout'],
});
const heardOf = (calloutId: number) =>
  `${CHANGES_CHANNEL} ${JSON.stringify({ about: 'callout', calloutId, personId: 'p' })}`;
const WOKEN = `${WORK_CHANNEL} callout`;
const numbers = Array.from({ length: 50 }, (_, index) => index);

test('news that come together are all heard, by one statement', async () => {
  const asking = vi.spyOn(pool(), 'query');
  for (const calloutId of numbers) announceSoon(newsOf(calloutId));
  await eventually(() => expect(heard.filter((one) => one !== WOKEN)).toEqual(numbers.map(heardOf)));
  expect(heard).toContain(WOKEN);
  expect(asking).toHaveBeenCalledTimes(1);
});

test('news that could not be announced do not keep later ones back', async () => {
  const asking = vi.spyOn(pool(), 'query').mockImplementationOnce(() => {
    throw new Error('the database is away');
  });
  announceSoon(newsOf(1));
  await eventually(() => expect(asking).toHaveBeenCalled());
  announceSoon(newsOf(2));
  await eventually(() => expect(heard).toContain(heardOf(2)));
  expect(heard).not.toContain(heardOf(1));
});

test('news of a transaction are heard when it commits, and not when it is rolled back', async () => {
  const rolledBack = transaction(async (tx) => {
    await announce(tx, newsOf(1));
    throw new Error('rolled back');
  });
  await expect(rolledBack).rejects.toThrow('rolled back');
  await transaction((tx) => announce(tx, newsOf(2)));
  await eventually(() => expect(heard).toEqual([heardOf(2), WOKEN]));
});
