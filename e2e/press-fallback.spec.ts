import type { Page, Route } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress, startPress } from './support/gestures.ts';
import { callout, expectCallFirst, expectStage, onlyCalloutOf } from './support/press-journeys.ts';

/** Intercepts the page's server action, a POST to the page's own URL. */
async function meetAction(page: Page, answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route(
    ({ pathname }) => pathname === '/panic',
    (route) => (route.request().method() === 'POST' ? answer(route) : route.fallback()),
  );
}

const BROKEN: readonly { how: string; answer: (route: Route) => Promise<void> }[] = [
  {
    how: 'is not known to a newer build',
    answer: (route) =>
      route.fulfill({ status: 409, headers: { 'x-nextjs-action-not-found': '1' }, body: 'not found' }),
  },
  { how: 'breaks', answer: (route) => route.fulfill({ status: 500, body: 'broken' }) },
  { how: 'is cut off', answer: (route) => route.abort('connectionreset') },
  { how: 'never answers', answer: () => new Promise(() => undefined) },
];

for (const { how, answer } of BROKEN) {
  test(`an action that ${how} leaves the press to the stable door`, async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await meetAction(page, answer);
    await sendPress(page);
    await callout(page);
    await expectStage(page, 'Alarm sent.');
    await onlyCalloutOf(sandbox, mobile);
  });
}

test('both doors at once make one press', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await meetAction(page, async (route) => {
    await route.fetch();
    // The server stores it; the response is lost.
    await route.abort('connectionreset');
  });
  await sendPress(page);
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});

test('with no answer by either door the page says what it knows, and goes on trying', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await meetAction(page, (route) => route.abort('connectionreset'));
  await page.route('**/api/panic', (route) => route.abort('connectionreset'));
  await sendPress(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('We do not know if');
  await expectCallFirst(page);
  await page.unroute('**/api/panic');
  await callout(page);
  await onlyCalloutOf(sandbox, mobile);
});

test('a press in two tabs, and Send now twice, is one callout', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  const other = await page.context().newPage();
  await other.goto('/panic');
  await startPress(other);
  await page.bringToFront();
  await startPress(page);
  await Promise.all([
    page.getByRole('button', { name: 'Send now' }).dblclick(),
    other.getByRole('button', { name: 'Send now' }).click(),
  ]);
  await callout(page);
  await callout(other);
  expect(other.url()).toBe(page.url());
  await onlyCalloutOf(sandbox, mobile);
});

test.describe('who presses', () => {
  test('an expired session does not stop a press, nor its following', async ({
    browser,
    person,
    sandbox,
    stack,
  }) => {
    // A browser with the person's storage but without the session.
    const { cookies, origins } = await person.page.context().storageState();
    const left = cookies.filter(({ name }) => !name.includes('session_token'));
    const context = await browser.newContext({
      baseURL: stack.url,
      storageState: { cookies: left, origins },
    });
    const page = await context.newPage();
    await page.goto('/panic');
    await sendPress(page);
    await callout(page);
    await expectStage(page, 'Alarm sent.');
    await expect(page.locator('iframe[title="Live tracking"]')).toBeVisible();
    await onlyCalloutOf(sandbox, person.mobile);
    await page.goto('/profile');
    await expect(page).toHaveURL('/sign-in');
    await context.close();
  });

  test('a button that was switched off elsewhere is refused with what to do', async ({
    browser,
    person,
    sandbox,
    stack,
  }) => {
    const { page, mobile } = person;
    // Switching off ends the other sessions, so only the press token is left there.
    const held = await page.context().storageState();
    const elsewhere = await browser.newContext({
      baseURL: stack.url,
      storageState: {
        ...held,
        cookies: held.cookies.filter(({ name }) => !name.includes('session_token')),
      },
    });
    const lost = await elsewhere.newPage();
    await lost.goto('/panic');
    await expect(panicButton(lost)).toBeVisible();

    await page.goto('/sign-in');
    await page.goto('/profile');
    await page.getByRole('button', { name: 'Switch off my button on other devices' }).click();
    await page.getByRole('button', { name: 'Switch off', exact: true }).click();
    await expect(page.getByText('This device keeps its button')).toBeVisible();

    await sendPress(lost);
    await expect(lost.getByRole('main').getByRole('alert')).toContainText('Your alarm was not sent');
    await expect(lost.getByRole('link', { name: 'Call 112' })).toBeVisible();
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
    // No personal data is left there.
    const cookies = async () => (await elsewhere.cookies()).map(({ name }) => name);
    await expect.poll(cookies).not.toContain('vigil.press');
    const kept = () =>
      lost.evaluate(async () => [localStorage.getItem('vigil.press'), await caches.match('/panic')]);
    await expect.poll(kept).toEqual([null, undefined]);
    await elsewhere.close();

    await page.goto('/panic');
    await sendPress(page);
    await callout(page);
  });
});
