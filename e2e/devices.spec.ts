import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';
import { confirm } from './support/registration.ts';
import type { SandboxControl } from './support/sandbox-control.ts';
import { asTyped } from './support/visitors.ts';

// The phones and computers of a person: listed, switched off one by one, and none left behind by signing out.

async function signIn(page: Page, sandbox: SandboxControl, mobile: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Mobile number').fill(asTyped(mobile));
  await page.getByRole('button', { name: 'Send code' }).click();
  await page.getByLabel('Code').waitFor();
  await confirm(page, await sandbox.codeFor(mobile, 2));
  await page.waitForURL('/panic');
  await expect(panicButton(page)).toBeVisible();
}

test('a new device is told of, listed, and switched off alone', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { page, mobile } = person;
  const elsewhere = await browser.newContext({ baseURL: stack.url });
  const lost = await elsewhere.newPage();
  await signIn(lost, sandbox, mobile);
  await expect
    .poll(() => sandbox.textsTo(mobile))
    .toContainEqual(expect.stringContaining('a phone or computer has signed in as you'));

  await page.goto('/profile');
  const devices = page.getByRole('list', { name: 'Devices' }).getByRole('listitem');
  await expect(devices).toHaveCount(2);
  await expect(devices.first()).toContainText('This device');
  await expect(devices.last()).toContainText(/Signed in on .* Last used on/);
  await expectAccessible(page, 'a list of devices');
  await devices
    .last()
    .getByRole('button', { name: /^Switch off: Chrome on/ })
    .click();
  await page.getByRole('button', { name: 'Yes, switch it off' }).click();
  await expect(page.getByText('It is switched off.')).toBeVisible();
  await expect(devices).toHaveCount(1);

  await sendPress(lost);
  await expect(lost.getByRole('main').getByRole('alert')).toContainText('Your alarm was not sent');
  await expect(lost.getByRole('link', { name: 'Call 112' })).toBeVisible();
  expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  await elsewhere.close();

  await page.goto('/panic');
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
});

test('signing out ends the press cookie, copies of it included', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { page, mobile } = person;
  const thief = await browser.newContext({
    baseURL: stack.url,
    storageState: await page.context().storageState(),
  });
  expect((await thief.request.get('/panic', { maxRedirects: 0 })).status()).toBe(200);
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await page.waitForURL('/');
  const answer = await thief.request.post('/api/panic', {
    data: { pressId: crypto.randomUUID(), pressedAt: new Date().toISOString() },
  });
  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ code: 'press.token_revoked' });
  expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  await thief.close();
});
