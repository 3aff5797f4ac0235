import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectStage } from './support/press-journeys.ts';

// The neutral site is answered here: no test asks the internet.

const NEUTRAL = /^https:\/\/www\.google\.com\//;

declare global {
  interface Window {
    noteBlank: () => void;
  }
}

test.beforeEach(async ({ person: { page } }) => {
  await page.route(NEUTRAL, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
});

test('leaves an open callout at once; Back shows nothing of it, and the alarm goes on', async ({
  person: { page, mobile },
  sandbox,
}) => {
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expectStage(page, 'Alarm sent.');
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
  await page.goBack({ waitUntil: 'commit' });
  await expect(page).toHaveURL(NEUTRAL);
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();

  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.step(id, 'own');
  await page.goto(`/callouts/${id}`);
  await expectStage(page, 'The control room is helping.');
});

test('is blank before the other site answers', async ({ person: { page } }) => {
  const blank = Promise.withResolvers<void>();
  await page.exposeFunction('noteBlank', blank.resolve);
  // Seen from inside: nothing can be asked of a page whose navigation is pending.
  await page.evaluate(() => {
    const root = document.documentElement;
    new MutationObserver(() => root.checkVisibility() || window.noteBlank()).observe(root, {
      attributes: true,
    });
  });
  await page.route(NEUTRAL, async (route) => {
    await blank.promise;
    await route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' });
  });
  await page.getByRole('link', { name: 'Leave this page' }).click();
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible();
});

test('Shift three times leaves, and says how often it still takes', async ({ person: { page } }) => {
  await page.goto('/practice');
  await page.keyboard.press('Shift');
  await expect(page.getByText('Press Shift two more times to leave this page.')).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page.getByText('Press Shift once more to leave this page.')).toBeAttached();
  await page.keyboard.press('Shift');
  await expect(page.getByRole('heading', { name: 'Weather' })).toBeVisible({ timeout: patience(10_000) });
});

test('without scripts it is a link', async ({ browser, person: { page }, stack }) => {
  const context = await browser.newContext({
    baseURL: stack.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto('/panic');
  const href = await plain.getByRole('link', { name: 'Leave this page' }).getAttribute('href');
  // Where a redirect leads cannot be answered here.
  const answer = await plain.request.get(href ?? '', { maxRedirects: 0 });
  expect(answer.headers()).toMatchObject({
    location: expect.stringMatching(NEUTRAL),
    'cache-control': expect.stringContaining('no-store'),
  });
  await context.close();
});
