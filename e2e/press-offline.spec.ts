import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendNow, sendPress } from './support/gestures.ts';
import { callout, expectCallFirst, onlyCalloutOf } from './support/press-journeys.ts';

/** Waits until the service worker has cached the page. */
async function isStored(page: Page): Promise<void> {
  const isKept = () => page.evaluate(async () => (await caches.match('/panic')) !== undefined);
  await expect.poll(isKept).toBe(true);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test('a press without a connection is kept, says so, and goes out when the line is back', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.context().setOffline(true);
  await sendPress(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('kept on this device');
  await expectCallFirst(page);
  expect(await sandbox.calloutsOf(mobile)).toEqual([]);

  await page.context().setOffline(false);
  await callout(page);
  const { trail } = await onlyCalloutOf(sandbox, mobile);
  expect(trail[0]).toMatchObject({ latitude: -26.1, longitude: 28.05 });
});

test('without a connection the panic page opens, and a press of it goes out later', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await isStored(page);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  await sendPress(page);
  await expectCallFirst(page);
  // Reopened offline.
  await page.reload();
  await expectCallFirst(page);
  await page.context().setOffline(false);
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});

test('without a connection every other page is the call sheet', async ({ person }) => {
  const { page } = person;
  await isStored(page);
  await page.context().setOffline(true);
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Call for help' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 10111' })).toHaveAttribute('href', 'tel:10111');
});

test('nothing that the API answered is stored, and signing out forgets the page', async ({ person }) => {
  const { page } = person;
  await isStored(page);
  await page.evaluate(() => fetch('/api/health/live'));
  const storedPaths = () =>
    page.evaluate(async () => {
      const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = (await Promise.all(stores.map((store) => store.keys()))).flat();
      return requests.map(({ url }) => new URL(url).pathname);
    });
  expect((await storedPaths()).filter((path) => !path.startsWith('/_next/static/')).sort()).toEqual([
    '/offline',
    '/panic',
  ]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/');
  await expect.poll(storedPaths).not.toContain('/panic');
});

test.describe('when the line comes back later', () => {
  async function pressOffline(page: Page): Promise<void> {
    await page.clock.install();
    await page.goto('/panic');
    await page.context().setOffline(true);
    await panicButton(page).waitFor();
    await page.getByRole('button', { name: 'Start without holding' }).click();
    await sendNow(page);
    await page.clock.runFor(6_000);
    await expectCallFirst(page);
  }

  test('than two minutes, the person is asked, and only their word sends', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await pressOffline(page);
    await page.clock.fastForward(130_000);
    await page.context().setOffline(false);
    await page.clock.runFor(5_000);
    await expect(page.getByRole('main').getByRole('status')).toContainText('Do you need help now?');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
    await sendNow(page);
    await page.clock.runFor(6_000);
    await callout(page);
    await onlyCalloutOf(sandbox, mobile);
  });

  test('than its expiry, it is not sent any more, and says so', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await pressOffline(page);
    await page.clock.fastForward(11 * 60_000);
    await page.context().setOffline(false);
    await page.clock.runFor(5_000);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('too old to be sent');
    await expectCallFirst(page);
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
});
