import type { Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendNow, sendPress, setButton } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { expectStage } from './support/press-journeys.ts';

// A person's own button: how it is pressed, and what the phone does then.

test.describe.configure({ timeout: patience(120_000) });

const ON_ITS_CALLOUT = /\/callouts\/\d+$/;
const SENT = 'Alarm sent.';

const sendNowOn = (page: Page) => page.getByRole('button', { name: 'Send now' });

test('two taps press where the person set that, on this and on every later visit', async ({ person }) => {
  const { page } = person;
  await setButton(person.page, { 'How you press': 'two_taps', 'Time to cancel': '30' });
  await page.goto('/panic');
  await expect(page.getByText('Tap two times.', { exact: true })).toBeVisible();
  await panicButton(page).click();
  await expect(page.getByText('Tap again to call for help.')).toBeVisible();
  await expect(sendNowOn(page)).toBeHidden();
  await expect(async () => {
    // The press may be taken later than this looks for it, and the button is gone then.
    if (await panicButton(page).isVisible()) await panicButton(page).click({ timeout: patience(1_000) });
    await expect(sendNowOn(page)).toBeVisible({ timeout: patience(500) });
  }).toPass();
  await sendNow(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  await page.goto('/profile');
  await expect(page.getByLabel('How you press')).toHaveValue('two_taps');
});

test('without time to cancel a hold of half a second calls for help at once', async ({ person }) => {
  const { page } = person;
  await setButton(person.page, { 'Hold for': '0.5', 'Time to cancel': '0' });
  await page.goto('/panic');
  await panicButton(page).hover();
  await page.mouse.down();
  await page.waitForURL(ON_ITS_CALLOUT);
  await page.mouse.up();
});

test('loud mode rings once the alarm is sent, over the page of the callout, until one tap', async ({
  person,
}) => {
  const { page } = person;
  await setButton(person.page, { 'After you press': 'loud' });
  await page.goto('/panic');
  const stop = page.getByRole('button', { name: 'Stop siren and light' });
  await expect(stop).toBeHidden();
  await sendPress(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  await expect(stop).toBeInViewport({ ratio: 1 });
  await expectStage(page, SENT);
  await stop.click();
  await expect(stop).toBeHidden();
  await page.reload();
  await expectStage(page, SENT);
  await expect(stop).toBeHidden();
});

test('a silent press darkens the page, puts messages first, and neither sounds nor shakes', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.addInitScript(() => {
    const noises: string[] = [];
    Object.assign(window, { noises });
    navigator.vibrate = () => noises.push('vibration') > 0;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        noises.push('sound');
      }
    };
  });
  await page.goto('/panic');
  const quiet = page.locator('html[data-quiet]');
  await expect(quiet).toHaveCount(0);
  await page.getByRole('button', { name: 'Silent alarm: tap here' }).click();
  await expect(quiet).toHaveCount(1);
  await sendNow(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  await expect(page.getByText('Silent mode: no sound, no vibration.')).toBeVisible();
  const messages = page.getByRole('log', { name: /Messages/ });
  const isFirst = await messages.evaluate((log) => {
    const status = document.querySelector('main [role="status"]');
    return status !== null && (log.compareDocumentPosition(status) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  });
  expect(isFirst).toBe(true);
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.say(id, 'Can you write?');
  await expect(page.getByRole('alert').getByText('Can you write?')).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'noises'))).toEqual([]);
  await expectAccessible(page, 'silent');
  await expectReadableAtDoubleSize(page, 'silent');

  await page.reload();
  await expect(quiet).toHaveCount(1);
  const off = page.getByRole('button', { name: 'Turn silent mode off' });
  await expect(async () => {
    if (await off.isVisible()) await off.click({ timeout: patience(1_000) });
    await expect(quiet).toHaveCount(0, { timeout: patience(500) });
  }).toPass();
});

test('every press is silent where the person set that', async ({ person }) => {
  const { page } = person;
  await setButton(person.page, { 'After you press': 'silent' });
  await page.goto('/panic');
  await expect(page.getByRole('button', { name: 'Silent alarm: tap here' })).toBeHidden();
  await sendPress(page);
  await page.waitForURL(ON_ITS_CALLOUT);
  await expect(page.locator('html[data-quiet]')).toHaveCount(1);
});

test('the button is set without scripts too', async ({ browser, person, stack }) => {
  const context = await browser.newContext({
    baseURL: stack.url,
    storageState: await person.page.context().storageState(),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await setButton(page, { 'Hold for': '5', 'Time to cancel': '20' });
  await page.goto('/profile');
  await expect(page.getByLabel('Hold for')).toHaveValue('5');
  await page.goto('/panic');
  await expect(page.locator('#press-form')).toHaveAttribute('data-timing', '5000 20000 0');
  await context.close();
});
