import { randomUUID } from 'node:crypto';
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { patience } from '../lib/testing/patience.ts';
import { expectAccessible } from './support/looks.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// A bad night: more needs than fit, and one more panic.

test.describe.configure({ mode: 'default', timeout: patience(240_000) });

const OPEN = 110;
const SIZES = [
  { width: 1_440, height: 900, whole: 12 },
  { width: 360, height: 640, whole: 1 },
];
/** Of a row where all columns fit. */
const MOST_HIGH = 56;

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
  site.runScript('scripts/seed.ts', '--callouts', '300', '--open', `${OPEN}`);
});
test.afterAll(() => site.close());

const countsSchema = z.object({
  waiting: z.number(),
  total: z.number(),
  newest: z.object({ person: z.string() }),
});

async function counts(operator: Page): Promise<z.output<typeof countsSchema>> {
  const answer = await operator.request.get('/api/admin/attention?shown=none');
  return countsSchema.parse(await answer.json());
}

/** A panic that AURA does not take; resolves to who pressed. */
async function pressInVain(browser: Browser): Promise<string> {
  const { page, name, surname } = await site.person(browser);
  await site.sandbox.fail({ operation: 'createCallout', effect: 'status', status: 503 });
  const now = new Date().toISOString();
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: now, source: 'live' };
  const data = { pressId: randomUUID(), pressedAt: now, kind: 'real', location };
  const sent = await page.request.post('/api/panic', { data });
  expect(await sent.json()).toMatchObject({ state: 'recorded' });
  await page.context().close();
  return `${name} ${surname}`;
}

/** Rows of which nothing is below the edge of the first screen. */
async function wholeRows(rows: Locator, height: number) {
  const boxes = await rows.evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON()));
  return boxes.filter(({ bottom }) => bottom <= height);
}

for (const { width, height, whole } of SIZES) {
  test(`a fresh panic is first of more than sixty at ${width} px, on the board, the strip and in the title`, async ({
    browser,
  }) => {
    const board = await site.operator(browser);
    await board.setViewportSize({ width, height });
    const elsewhere = await board.context().newPage();
    await elsewhere.setViewportSize({ width, height });
    await elsewhere.goto('/admin/reports');
    const queue = board.getByRole('region', { name: 'Needs attention' });
    const rows = queue
      .getByRole('table')
      .getByRole('row')
      .filter({ has: board.getByRole('cell') });
    await expect(rows).toHaveCount(50);
    expect((await counts(board)).total).toBeGreaterThan(60);

    const who = await pressInVain(browser);
    await expect(rows.first()).toContainText(who);
    await expect(rows.first()).toContainText('Not sent');
    const newest = elsewhere.getByRole('region', { name: 'Alarms' }).getByRole('link', { name: 'Newest' });
    await expect(async () => {
      const { waiting, newest } = await counts(board);
      expect(newest.person).toBe(who);
      await expect(board).toHaveTitle(`(${waiting}) Callouts · Vigil`, { timeout: 500 });
      await expect(elsewhere).toHaveTitle(`(${waiting}) Reports · Vigil`, { timeout: 500 });
    }).toPass();

    await board.evaluate(() => window.scrollTo(0, 0));
    const shown = await wholeRows(rows, height);
    expect(shown.length).toBeGreaterThanOrEqual(whole);
    if (width > 1_000) for (const box of shown) expect(box.height).toBeLessThanOrEqual(MOST_HIGH);

    await newest.click();
    await expect(elsewhere).toHaveURL(/\/admin\/callouts#need-/);
    await expect(elsewhere.getByRole('link', { name: who }).first()).toBeInViewport();
    await queue.getByRole('button', { name: 'Show all (e)' }).click();
    await expect(rows).toHaveCount((await counts(board)).total);
    await board.context().close();
  });
}

test('all that is listed is acknowledged together, with a reason', async ({ browser }) => {
  const board = await site.operator(browser);
  await board.getByRole('button', { name: 'Acknowledge all (50)' }).click();
  await expectAccessible(board, 'asked why all are acknowledged');
  await board.getByRole('button', { name: 'One event, dealt with as one' }).click();
  await expect(board.getByLabel('Reason')).toHaveValue('One event, dealt with as one');
  await board.getByRole('button', { name: 'Acknowledge 50' }).click();
  const mine = board.getByRole('button', { name: /^Mine \(\d+\)$/ });
  await mine.click();
  // Callouts of a bad night move meanwhile, and some need nothing more.
  await expect(async () => {
    const count = Number(/\d+/.exec((await mine.textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(10);
    await expect(board.getByRole('button', { name: 'Release' })).toHaveCount(count, { timeout: 500 });
  }).toPass();
  await board.context().close();
});
