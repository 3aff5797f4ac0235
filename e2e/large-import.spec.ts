import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { isLong } from './support/long.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// Sized for parallel journeys; `npm run test:long` imports ten thousand.
const GOOD = isLong ? 9_963 : 963;
const WRONG = 37;
/** The page's number format, with any kind of space between thousands. */
const shown = GOOD.toLocaleString('en-ZA').replace(/\D/g, '\\s');

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

test(`of ${GOOD + WRONG} rows with ${WRONG} bad ones ${GOOD} are imported, and exactly the ${WRONG} are reported`, async ({
  browser,
}) => {
  test.setTimeout(patience(10 * 60_000));
  const lines = Array.from({ length: GOOD }, (_, at) => `Thandi,Nkosi,+2773${String(at).padStart(7, '0')}`);
  const places = Array.from({ length: WRONG }, (_, at) => at * Math.floor(GOOD / WRONG - 1) + 7);
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
  await expect(state).toContainText(new RegExp(`${shown} rows can be imported, ${WRONG} rows cannot`));
  await operator.getByRole('button', { name: new RegExp(`^Import ${shown} rows$`) }).click();
  await expect(operator.getByRole('progressbar')).toBeVisible();
  await expect(state).toContainText(new RegExp(`${shown} rows imported, ${WRONG} rows not`), {
    timeout: patience(8 * 60_000),
  });

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
  expect(rows).toEqual([{ people: GOOD, mobiles: GOOD }]);
  await database.end();
});
