import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { callout, expectCallFirst, onlyCalloutOf, saveAddress } from './support/press-journeys.ts';

const MAIN_STATUS = (page: Page) => page.getByRole('main').getByRole('status');

test.describe('where the position may not be read', () => {
  test.use({ permissions: [] });

  test('the page asks for it in peace, and says what helps when it is denied', async ({ person }) => {
    const { page } = person;
    const notice = page.getByRole('complementary', { name: 'Your location' });
    await expect(notice).toContainText(/Allow your location now|Location is off/);
    // The browser's own control may stand beside the link.
    await expect(
      notice.getByRole('link', { name: 'Save an address' }).or(notice.getByRole('button')).first(),
    ).toBeVisible();
  });

  test('the browser’s own control, where it has one, gives the position all the same', async ({ person }) => {
    const { page } = person;
    await page.addInitScript(`
      navigator.permissions.query = async () => ({ state: 'denied' });
      window.HTMLGeolocationElement ??= class extends HTMLElement {};`);
    await page.goto('/panic');
    const notice = page.getByRole('complementary', { name: 'Your location' });
    await expect(notice).toContainText('Location is off');
    await notice.locator('geolocation').evaluate((element) => {
      const coords = { latitude: -26.4, longitude: 28.4, accuracy: 8 };
      Object.defineProperty(element, 'position', { value: { coords, timestamp: Date.now() } });
      element.dispatchEvent(new Event('location'));
    });
    await expect(notice).toHaveCount(0);
    const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('vigil.fix') ?? 'null'));
    expect(kept).toMatchObject({ latitude: -26.4, longitude: 28.4, accuracy: 8 });
  });

  test('a browser without such a control says what it said before', async ({ person }) => {
    const { page } = person;
    await page.addInitScript(`
      navigator.permissions.query = async () => ({ state: 'denied' });
      delete window.HTMLGeolocationElement;`);
    await page.goto('/panic');
    const notice = page.getByRole('complementary', { name: 'Your location' });
    await expect(notice).toContainText('Allow location for this site in your browser settings.');
    await expect(notice.locator('geolocation')).toHaveCount(0);
  });

  test('help goes to the saved address, and the page says so', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await saveAddress(page);
    await page.goto('/panic');
    await sendPress(page);
    await callout(page);
    const { trail } = await onlyCalloutOf(sandbox, mobile);
    expect(trail).toEqual([expect.objectContaining({ latitude: -26.2, longitude: 28.04 })]);
  });
});

/** Replaces geolocation from the next page load on. */
async function withReceiver(page: Page, watch: string): Promise<void> {
  await page.addInitScript(
    `navigator.geolocation.watchPosition = (found, failed) => { ${watch}; return 1; };
     localStorage.removeItem('vigil.fix');`,
  );
  await page.goto('/panic');
}

const WITHOUT_A_FIX = [
  {
    how: 'the receiver has none',
    watch: "failed({ code: 2, message: '' })",
    words: 'does not know where it is',
  },
  {
    how: 'it was not found in time',
    watch: "failed({ code: 3, message: '' })",
    words: 'could not find your location in time',
  },
  { how: 'the browser says nothing at all', watch: '', words: 'did not answer about location' },
] as const;

for (const { how, watch, words } of WITHOUT_A_FIX) {
  test(`when ${how}, the person hears why, and is asked to call`, async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await withReceiver(page, watch);
    await sendPress(page);
    await expect(page.getByText(words)).toBeVisible();
    await expect(MAIN_STATUS(page)).toContainText('don’t know where you are');
    await expectCallFirst(page);
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
}

test('a position to 3 km sends help, and says that it is an area', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  const coords = '{ latitude: -26.1, longitude: 28.05, accuracy: 3000 }';
  await withReceiver(page, `found({ timestamp: Date.now(), coords: ${coords} })`);
  // Held until the page's text was read.
  let answer: () => void = () => undefined;
  const isRead = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route(
    ({ pathname }) => pathname.endsWith('/panic'),
    async (route) => {
      if (route.request().method() === 'POST') await isRead;
      await route.continue();
    },
  );
  await sendPress(page);
  await expect(page.getByText('We know only your area, to about 3 km.')).toBeVisible();
  answer();
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});

test.describe('where the worker may send, too', () => {
  test.use({ permissions: ['geolocation', 'background-sync'] });

  test('it leaves the page the time to find where help is needed', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await saveAddress(page);
    await page.goto('/panic');
    await page.evaluate(() => navigator.serviceWorker.ready);
    // Too inaccurate to be sent before the search ends, as indoors.
    await withReceiver(
      page,
      'setTimeout(() => found({ timestamp: Date.now(), coords: { latitude: -26.1, longitude: 28.05, accuracy: 80 } }), 300)',
    );
    await sendPress(page);
    await callout(page);
    const { trail } = await onlyCalloutOf(sandbox, mobile);
    expect(trail[0]).toMatchObject({ latitude: -26.1, longitude: 28.05, accuracy: 80 });
  });
});

test('a position that is found after the search is over goes out with the press', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  // Later watchers: the search has ended by then.
  await withReceiver(page, '(window.finders ??= []).push(found)');
  await sendPress(page);
  await expect(MAIN_STATUS(page)).toContainText('don’t know where you are');
  await page.evaluate(() => {
    const coords = { latitude: -26.1, longitude: 28.05, accuracy: 20 };
    for (const found of Reflect.get(window, 'finders')) found({ timestamp: Date.now(), coords });
  });
  await callout(page);
  const { trail } = await onlyCalloutOf(sandbox, mobile);
  expect(trail[0]).toMatchObject({ latitude: -26.1, longitude: 28.05 });
});

test('the last known position goes with a press that finds none, with its age', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  // A previous page load stored a position; this one finds none.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('vigil.fix'))).not.toBeNull();
  await page.addInitScript(
    "navigator.geolocation.watchPosition = (_found, failed) => { failed({ code: 2, message: '' }); return 1; };",
  );
  await page.goto('/panic');
  await sendPress(page);
  await callout(page);
  const { trail } = await onlyCalloutOf(sandbox, mobile);
  expect(trail).toEqual([expect.objectContaining({ latitude: -26.1, longitude: 28.05 })]);
});
