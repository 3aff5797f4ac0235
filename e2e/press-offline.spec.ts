import type { Page, Route } from '@playwright/test';
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
  await expect(page.getByRole('main').getByRole('alert')).toContainText('You will not be reported twice');
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

/** Lets the service worker renew both pages `times` over, all side by side, and answers the last that asked first. */
async function renewSideBySide(page: Page, times: number): Promise<void> {
  const held: Route[] = [];
  const hold = (route: Route) => {
    if (route.request().serviceWorker()) held.push(route);
    else return route.continue();
  };
  await page.context().route(/\/(offline|panic)$/, hold);
  await page.evaluate((count) => {
    for (let sent = 0; sent < count; sent += 1) {
      navigator.serviceWorker.controller?.postMessage({ type: 'renew' });
    }
  }, times);
  await expect.poll(() => held.length).toBe(2 * times);
  const answers = held.map((route) => route.request().response());
  for (const route of held.reverse()) await route.continue();
  await Promise.all(answers);
  await page.context().unroute(/\/(offline|panic)$/, hold);
}

/** What the stored pages name and no store has. */
function missingFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const missing: string[] = [];
    for (const path of ['/panic', '/offline']) {
      const html = await (await caches.match(path))?.text();
      if (html === undefined) missing.push(path);
      for (const file of html?.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? []) {
        if (!(await caches.match(file))) missing.push(file);
      }
    }
    return missing;
  });
}

async function expectCallSheet(page: Page): Promise<void> {
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Call for help' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveAttribute('href', 'tel:112');
  await expect(page.getByRole('link', { name: 'Call 10111' })).toHaveAttribute('href', 'tel:10111');
  // Whole: it has its own look, and asks for nothing.
  await expect(page.getByRole('link', { name: 'Call 112' })).toHaveCSS('display', 'flex');
  expect(await page.locator('script, link[rel=stylesheet], img').count()).toBe(0);
}

test('pages that are renewed side by side, with slow answers, stay whole; the sheet needs no script', async ({
  person,
}) => {
  const { page } = person;
  await isStored(page);
  for (const times of [2, 11]) {
    await renewSideBySide(page, times);
    await expect.poll(() => missingFiles(page)).toEqual([]);
    await page.context().setOffline(true);
    await expectCallSheet(page);
    await page.goto('/panic');
    await expect(panicButton(page)).toBeVisible();
    await expect(page.getByRole('main').getByRole('status')).toContainText('Press and hold');
    await page.context().setOffline(false);
  }
  await page.context().setOffline(true);
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Emulation.setScriptExecutionDisabled', { value: true });
  await expectCallSheet(page);
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
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await page.waitForURL('/');
  await expect.poll(storedPaths).not.toContain('/panic');
});

test.describe('when the line comes back later', () => {
  async function pressOffline(page: Page): Promise<void> {
    await page.clock.install();
    await page.goto('/panic');
    await page.context().setOffline(true);
    await panicButton(page).waitFor();
    await page.getByRole('button', { name: 'I can’t hold: tap here' }).click();
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
    await expect(page.getByRole('main').getByRole('alert')).toContainText('too old to send');
    await expectCallFirst(page);
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
});
