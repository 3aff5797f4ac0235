import type { Browser, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { holdPanic, POSITION, panicButton, startPress } from './support/gestures.ts';
import { callout, holdBackScripts, holdEarly, onlyCalloutOf, openPanic } from './support/press-journeys.ts';

// The grace is the server's: from its first moment a press does not need its page any more.

type Stack = { url: string };

/** The person's browser once more, which a test may close. */
async function anotherBrowser(browser: Browser, person: { page: Page }, stack: Stack) {
  const storageState = await person.page.context().storageState();
  const context = await browser.newContext({
    ...{ baseURL: stack.url, storageState },
    ...{ permissions: ['geolocation'], geolocation: POSITION },
  });
  return { context, page: await context.newPage() };
}

/** The press was answered, by whichever way it went. Its body is not read: the page may be gone by then. */
function isHeld(page: Page) {
  return page.waitForResponse((response) => {
    const { pathname } = new URL(response.url());
    const isPress = response.request().method() === 'POST' && /^\/(api\/)?panic$/.test(pathname);
    return isPress && response.status() < 400;
  });
}

const alertOf = (page: Page) => page.getByRole('main').getByRole('alert');

test('a browser that dies within the grace has called for help, once', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { context, page } = await anotherBrowser(browser, person, stack);
  await page.goto('/panic');
  const held = isHeld(page);
  await holdPanic(page);
  await held;
  expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
  await context.close();
  await expect.poll(() => sandbox.calloutsOf(person.mobile), { timeout: 5_000 }).toHaveLength(1);
  await onlyCalloutOf(sandbox, person.mobile);
});

test('so has one that dies before its scripts have come', async ({ browser, person, sandbox, stack }) => {
  const { context, page } = await anotherBrowser(browser, person, stack);
  await holdBackScripts(page);
  await openPanic(page);
  const held = isHeld(page);
  await holdEarly(page);
  await held;
  await context.close();
  await expect.poll(() => sandbox.calloutsOf(person.mobile), { timeout: 5_000 }).toHaveLength(1);
});

test('Cancel, and then the browser dies: nothing is sent', async ({ browser, person, sandbox, stack }) => {
  const { context, page } = await anotherBrowser(browser, person, stack);
  await page.goto('/panic');
  const held = isHeld(page);
  // The longer grace, so that a slow machine can cancel in it.
  await startPress(page);
  await held;
  const withdrawal = page.waitForResponse(/\/withdraw$/);
  await page.getByRole('button', { name: 'Cancel' }).click();
  const { pressId, state } = await (await withdrawal).json();
  expect(state).toBe('withdrawn');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Cancelled. Nothing was sent.');
  await expect(panicButton(page)).toBeFocused();
  await context.close();
  const receipt = await person.page.request.get(`/api/panic/${pressId}`);
  expect(await receipt.json()).toMatchObject({ state: 'withdrawn', attempts: 0 });
  expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
});

test('Cancel without a connection says that help may be coming, and leads to I am safe', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  const held = isHeld(page);
  // The longer grace, so that a slow machine can cancel in it.
  await startPress(page);
  await held;
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(alertOf(page)).toContainText('We could not reach the server. Help may be coming.');
  await expect(alertOf(page)).toContainText('I am safe');
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  await expect.poll(() => sandbox.calloutsOf(mobile)).toHaveLength(1);

  await page.context().setOffline(false);
  await callout(page);
  await expect(page.getByText('I am safe', { exact: true })).toBeVisible();
  await onlyCalloutOf(sandbox, mobile);
});

test('a page that is opened again within the grace follows the same press', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  const held = isHeld(page);
  // The longer grace, so that a slow machine can reload in it.
  await startPress(page);
  await held;
  await page.reload();
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});
