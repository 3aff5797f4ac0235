import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { type OwnSite, openSite } from './support/own-site.ts';

// Ten thousand customers are a weight that the journeys beside it need not carry.

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
});
test.afterAll(() => site.close());

const BAD = [
  '=cmd|calc,Nkosi,+27731999999',
  'Thandi,,+27731999998',
  'Thandi,Nkosi,12',
  'Th4ndi,Nkosi,+27731999997',
];

test('of 10,000 rows with 37 bad ones 9,963 are imported, and exactly the 37 are reported', async ({
  browser,
}) => {
  test.setTimeout(10 * 60_000);
  const lines = Array.from({ length: 9_963 }, (_, at) => `Thandi,Nkosi,+2773${String(at).padStart(7, '0')}`);
  const places = Array.from({ length: 37 }, (_, at) => at * 260 + 7);
  for (const [at, place] of places.entries()) lines.splice(place, 0, BAD[at % BAD.length] ?? '');

  const operator = await site.operator(browser);
  await operator.goto('/admin/customers/import');
  await operator.getByLabel('CSV file').setInputFiles({
    name: 'many.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,surname,mobile\n${lines.join('\n')}\n`),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  const state = operator.getByRole('main').getByRole('status').first();
  await expect(state).toContainText(/9\s963 rows can be imported, 37 rows cannot\./);
  await operator.getByRole('button', { name: /^Import 9\s963 rows$/ }).click();
  await expect(operator.getByRole('progressbar')).toBeVisible();
  await expect(state).toContainText(/9\s963 rows imported, 37 rows not\./, { timeout: 8 * 60_000 });

  const download = operator.waitForEvent('download');
  await operator.getByRole('link', { name: 'Download the error file' }).click();
  const reported: string[][] = parse(readFileSync(await (await download).path(), 'utf8'), { bom: true });
  // The header is row 1.
  expect(reported.slice(1).map(([row]) => Number(row))).toEqual(places.map((place) => place + 2));

  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  const { rows } = await database.query(
    'select count(*)::int as people, count(distinct mobile)::int as mobiles from person',
  );
  expect(rows).toEqual([{ people: 9_963, mobiles: 9_963 }]);
  await database.end();
});
