import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { appCode, CODE_PERIOD_MS } from '../lib/testing/authenticator-app.ts';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { invited, join, PASSWORD } from './support/operators.ts';
import { photograph } from './support/photograph.ts';

test.describe.configure({ timeout: patience(300_000) });

/** Sets up a second factor; returns the app's key and the recovery codes. */
async function setUpSecondStep(page: Page): Promise<{ key: string; recoveryCodes: string[] }> {
  await page.goto('/admin/account');
  await page.getByRole('link', { name: 'Set up' }).click();
  await expect(page).toHaveTitle(/^Set up the second step/);
  await expectAccessible(page, 'the choice of a second step');
  await expectReadableAtDoubleSize(page, 'the choice of a second step');
  await page.getByRole('link', { name: 'Set up an app' }).click();
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('img', { name: /Picture of the key/ })).toBeVisible();
  await expectAccessible(page, 'the key');
  await photograph(page, 'second-step', 'phone');
  const key = (await page.locator('[data-secret]').textContent()) ?? '';
  await page.getByLabel('Code').fill(appCode(key));
  await page.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  return { key, recoveryCodes: await codes.allTextContents() };
}

async function signIn(page: Page, email: string, code: string): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an operator is invited, joins, sets up a second step, takes a press up and cancels a callout: the audit shows it all', async ({
  browser,
  operator: admin,
  otherPerson,
  person,
  sandbox,
}) => {
  const { page, email, link } = await invited(admin, browser, 'operator');
  await join(page, 'Naledi Dube');
  await expect(page.getByRole('link', { name: 'Operators' })).toHaveCount(0);
  const { key, recoveryCodes } = await setUpSecondStep(page);
  await page.getByRole('link', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/admin/sign-in');

  await signIn(page, email, '000000');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('That code is not right');
  await expectAccessible(page, 'a wrong code');
  // The set-up code is used up; the next one is already valid.
  await page.getByLabel('Code').fill(appCode(key, Date.now() + CODE_PERIOD_MS));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/admin/callouts');

  // A press without a position stays undelivered and needs an operator.
  const press = { pressId: randomUUID(), pressedAt: new Date().toISOString() };
  await person.page.request.post('/api/panic', { data: press });
  const row = page.getByRole('row').filter({ hasText: person.mobile });
  await row.getByRole('button', { name: /^Acknowledge/ }).click();
  await expect(row.getByRole('button', { name: /^Acknowledge/ })).toHaveCount(0);

  await sendPress(otherPerson.page);
  const { id } = await sandbox.calloutOf(otherPerson.mobile);
  await page.goto(`/admin/callouts/${id}`);
  await page.getByRole('button', { name: 'Cancel this callout' }).click();
  await page.getByLabel('Reason', { exact: true }).fill('Spoke to the person: the dog did it');
  await page.getByRole('button', { name: 'Cancel the callout' }).click();
  await expect(page.getByText('the dog did it')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await admin.goto('/admin/audit');
  await admin.getByLabel('Who', { exact: true }).selectOption({ label: 'Naledi Dube' });
  await admin.getByRole('button', { name: 'Filter' }).click();
  for (const action of [
    'Operator joined',
    'Second step turned on',
    'Alarm acknowledged',
    'Cancelled by an operator',
  ]) {
    await expect(admin.getByRole('cell', { name: action })).toBeVisible();
  }
  await expectAccessible(admin, 'audit');
  await expectReadableAtDoubleSize(admin, 'audit');
  await photograph(admin, 'audit', 'desktop');
  const joined = admin.getByRole('row').filter({ hasText: 'Operator joined' });
  await joined.getByRole('link', { name: 'Naledi Dube' }).last().click();
  await expect(admin.getByRole('cell', { name: 'Operator invited' })).toBeVisible();

  const download = admin.waitForEvent('download');
  await admin.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('vigil-audit.csv');

  // The link is used up; a recovery code works once without the app. Signs out by button: a pending response
  // would restore a deleted cookie.
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL('/admin/sign-in');
  await page.goto(link);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no longer valid');
  await expectAccessible(page, 'an invitation that was used');
  await signIn(page, email, recoveryCodes[0] ?? '');
  await page.waitForURL('/admin/callouts');
  await page.context().close();
});

test('an admin looks after operators: role, sessions, off and on', async ({ browser, operator: admin }) => {
  const { page, email } = await invited(admin, browser, 'viewer');
  await expectAccessible(admin, 'operators');
  await expectReadableAtDoubleSize(admin, 'operators');
  await photograph(admin, 'operators', 'desktop');
  await expectAccessible(page, 'join');
  await expectReadableAtDoubleSize(page, 'join');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByLabel('Your name')).toHaveAccessibleDescription(/Type your name/);
  await expectAccessible(page, 'join, refused');
  await join(page, 'Sipho Zulu');

  await admin.reload();
  await admin.getByRole('row').filter({ hasText: email }).getByRole('link').click();
  await admin.getByRole('button', { name: 'Make admin' }).click();
  await expect(admin.getByRole('definition').filter({ hasText: 'Admin' })).toBeVisible();
  await expectAccessible(admin, 'an operator');
  await expectReadableAtDoubleSize(admin, 'an operator');
  await photograph(admin, 'operator', 'desktop');
  await page.goto('/admin/audit');
  await expect(page.getByRole('heading', { name: 'Audit' })).toBeVisible();

  await page.goto('/admin/account');
  await expect(page.getByText('This one')).toBeVisible();
  await expectAccessible(page, 'account');
  await admin.getByRole('button', { name: /^End session:/ }).click();
  await expect(admin.getByText('Signed in nowhere.')).toBeVisible();
  await page.goto('/admin/callouts');
  await expect(page).toHaveURL('/admin/sign-in');

  await admin.getByRole('button', { name: 'Switch off' }).click();
  await expect(admin.getByRole('button', { name: 'Switch on' })).toBeVisible();
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Sign-in failed');
  await page.context().close();
});
