import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { POSITION, panicButton, sendNow, sendPress, startPress } from './support/gestures.ts';
import {
  callout,
  expectStage,
  holdBackScripts,
  holdEarly,
  openPanic,
  saveAddress,
} from './support/press-journeys.ts';

// The kind of help: chosen before the press, or within its grace, and never in its way.

const MEDICAL = 2;

const medical = (page: Page) => page.getByRole('radio', { name: 'Medical response' });
const security = (page: Page) => page.getByRole('radio', { name: 'Security response' });

/** The choice was heard by the server, by whichever way. */
const answerFrom = (page: Page, path: string) =>
  page.waitForResponse((response) => new URL(response.url()).pathname === path && response.ok());

test('chosen before, it is remembered, reaches AURA, and operators see it', async ({
  person: { page, mobile, name },
  operator,
  sandbox,
}) => {
  await expect(security(page)).toBeChecked();
  const saved = answerFrom(page, '/api/panic/help');
  await medical(page).check();
  await saved;
  await page.evaluate(() => localStorage.clear());
  // A slow server's answer comes after the page that the device keeps, which has the choice from before.
  await expect(async () => {
    await page.reload();
    await expect(medical(page)).toBeChecked({ timeout: 3000 });
  }).toPass();
  await sendPress(page);
  await callout(page);
  const { id, responseTypeId } = await sandbox.calloutOf(mobile);
  expect(responseTypeId).toBe(MEDICAL);
  await expect(operator.getByRole('row').filter({ hasText: `Callout ${id}` })).toContainText(
    'Medical response',
  );
  await operator.goto(`/admin/callouts/${id}`);
  await expect(operator.getByRole('main')).toContainText(name);
  await expect(operator.getByText('Medical response', { exact: true }).first()).toBeVisible();
});

test('changed with one tap within the grace, it is what AURA gets', async ({
  person: { page, mobile },
  sandbox,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await startPress(page);
  const heard = answerFrom(page, '/api/panic');
  await expect(medical(page)).toBeInViewport({ ratio: 1 });
  await medical(page).check();
  await heard;
  await sendNow(page);
  await callout(page);
  expect(await sandbox.calloutOf(mobile)).toMatchObject({ responseTypeId: MEDICAL });
});

test('chosen before the scripts have come, it goes with the press', async ({
  person: { page, mobile },
  sandbox,
}) => {
  const release = await holdBackScripts(page);
  await openPanic(page);
  await medical(page).check();
  await holdEarly(page);
  release();
  await callout(page);
  expect(await sandbox.calloutOf(mobile)).toMatchObject({ responseTypeId: MEDICAL });
});

test('chosen without a connection, it waits with the press', async ({
  context,
  person: { page, mobile },
  sandbox,
}) => {
  await context.setOffline(true);
  await medical(page).check();
  await sendPress(page);
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await context.setOffline(false);
  await callout(page);
  expect(await sandbox.calloutOf(mobile)).toMatchObject({ responseTypeId: MEDICAL });
});

test('chosen without scripts, it goes with the form', async ({ browser, person, sandbox, stack }) => {
  await saveAddress(person.page);
  const storageState = await person.page.context().storageState();
  const context = await browser.newContext({ baseURL: stack.url, storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/panic');
  await medical(page).check();
  await panicButton(page).click();
  await callout(page);
  expect(await sandbox.calloutOf(person.mobile)).toMatchObject({ responseTypeId: MEDICAL });
  await context.close();
});

test('whether this phone is ready is one line after the button, and opens to what to do', async ({
  context,
  person: { page },
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation(POSITION);
  await page.reload();
  const line = page.locator('details[data-ready]');
  await expect(line.locator('summary')).toHaveText('Ready · location ±12 m');
  await expect(panicButton(page)).toBeVisible();
  const isAfter = await page.evaluate(() => {
    const [button, ready] = ['[data-press="panic"]', 'details[data-ready]'].map((one) =>
      document.querySelector(one),
    );
    return Boolean(button && ready && button.compareDocumentPosition(ready) & 4);
  });
  expect(isAfter).toBe(true);
  await line.locator('summary').click();
  await expect(line.getByText('You are inside the area for Security response')).toBeVisible();
  await expect(line.getByText(/^Subscription: 36\d days left$/)).toBeVisible();
  await line.getByRole('link', { name: 'Practise now' }).click();
  await page.waitForURL('/practice');
  await sendPress(page);
  await expectStage(page, 'practice');
  await page.goto('/panic');
  await line.locator('summary').click();
  await expect(line.getByText(/^Last practice:/)).toBeVisible();

  await context.setGeolocation({ ...POSITION, latitude: 51.5 });
  await page.reload();
  await expect(line.locator('summary')).toHaveText('You are outside the area for Security response');
  await context.setOffline(true);
  await expect(line.locator('summary')).toHaveText(/^No internet/);
});

test('what helpers should know is saved at AURA, and an operator reads it there', async ({
  person: { page, mobile },
  operator,
  sandbox,
}) => {
  await page.goto('/profile');
  await expect(page.getByText('Single: it covers you.')).toBeVisible();
  await page.getByText('Medical (empty)').click();
  await page.getByLabel('Allergies').fill('penicillin');
  await page.getByText('Next of kin (empty)').click();
  await page.getByLabel('Phone number of your next of kin').fill('12');
  await page.getByRole('button', { name: 'Save for helpers' }).click();
  await expect(page.getByText('This is not a phone number.')).toBeVisible();
  await expect(page.getByLabel('Allergies')).toHaveValue('penicillin');
  await page.getByLabel('Phone number of your next of kin').fill('011 555 0123');
  await page.getByRole('button', { name: 'Save for helpers' }).click();
  await expect(page.getByText('Saved. AURA has it.')).toBeVisible();
  await page.reload();
  await page.getByText('Next of kin (1 of 2 filled in)').click();
  await expect(page.getByLabel('Phone number of your next of kin')).toHaveValue('+27115550123');
  const [customer] = await sandbox.customersOf(mobile);
  await operator.goto(`/admin/customers/${customer?.id}`);
  await operator.getByRole('button', { name: 'Open the profile' }).click();
  await expect(operator.getByText('penicillin')).toBeVisible();
});
