import { type Browser, expect, type Page, test } from '@playwright/test';
import { Client } from 'pg';
import { patience } from '../lib/testing/patience.ts';
import { expectAccessible } from './support/looks.ts';
import { invitationFor, join, PASSWORD, passwordLinkFor } from './support/operators.ts';
import { type OwnSite, openSite } from './support/own-site.ts';

// What an operator may do only soon after proving who they are, and passwords. Sessions are made older in the database.

test.describe.configure({ mode: 'serial', timeout: patience(300_000) });

const NEW_PASSWORD = 'another one of several words';

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
});
test.afterAll(() => site.close());

async function makeSessionsOlder(minutes: number): Promise<void> {
  const database = new Client({ connectionString: site.databaseUrl });
  await database.connect();
  await database.query(
    `update session set created_at = created_at - $1 * interval '1 minute',
       stepped_up_at = stepped_up_at - $1 * interval '1 minute'`,
    [minutes],
  );
  await database.end();
}

/** The admin's password, as the prompt asks for it: the sandbox requires no second step. */
async function newColleague(admin: Page, browser: Browser, email: string, name: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site.url })).newPage();
  await page.goto(await invitationFor(admin, email));
  await join(page, name);
  return page;
}

test('after ten minutes an invitation asks for the password in a dialog, and then goes on by itself', async ({
  browser,
}) => {
  const first = await site.operator(browser);
  const admin = await newColleague(first, browser, 'chief@vigil.test', 'Chief');
  await first.goto('/admin/operators');
  await first.getByRole('link', { name: 'Chief', exact: true }).click();
  await first.getByRole('button', { name: 'Make admin' }).click();
  await expect(first.getByRole('definition').filter({ hasText: 'Admin' })).toBeVisible();
  await makeSessionsOlder(11);

  const dialog = admin.getByRole('dialog', { name: 'Please confirm that it is you' });
  // A click before the page has its scripts sends the plain form, which leads to a page in place of the dialog.
  await expect(async () => {
    await admin.goto('/admin/operators');
    await admin.getByLabel('Email').fill('invited@vigil.test');
    await admin.getByLabel('Role').selectOption('viewer');
    await admin.getByRole('button', { name: 'Make invitation link' }).click();
    await expect(dialog.getByLabel('Password')).toBeVisible({ timeout: patience(5_000) });
  }).toPass();
  await expectAccessible(admin, 'the prompt');
  await dialog.getByLabel('Password').fill('not my password');
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog.getByRole('alert')).toContainText('That is not your password');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(admin.getByLabel('Invitation link')).toHaveValue(/\/admin\/join\//);
  await expect(admin.getByRole('row').filter({ hasText: 'invited@vigil.test' })).toContainText('Viewer');

  // For ten minutes it does not ask again; then a file does, on a page of its own.
  const [file] = await Promise.all([
    admin.waitForEvent('download'),
    (async () => {
      await admin.goto('/admin/reports');
      await admin.getByRole('link', { name: 'Export as CSV' }).click();
    })(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^vigil-report-/);
  await makeSessionsOlder(11);
  await admin.getByRole('link', { name: 'Export as CSV' }).click();
  await admin.waitForURL(/\/admin\/step-up\?to=/);
  await expectAccessible(admin, 'the page of the prompt');
  await admin.getByLabel('Password').fill(PASSWORD);
  const [later] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('button', { name: 'Confirm' }).click(),
  ]);
  expect(later.suggestedFilename()).toMatch(/^vigil-report-/);
  await expect(admin.getByRole('link', { name: 'Back to the callouts' })).toBeVisible();
  await admin.context().close();
  await first.context().close();
});

test('a forgotten password: a link ends all sessions at once, and works once', async ({ browser }) => {
  const admin = await site.operator(browser);
  const page = await newColleague(admin, browser, 'naledi@vigil.test', 'Naledi');
  const link = await passwordLinkFor(admin, 'Naledi');
  const visitor = await (await browser.newContext({ baseURL: site.url })).newPage();
  await visitor.goto(link);
  await expectAccessible(visitor, 'choosing a new password');
  await visitor.getByLabel('New password').fill('Password1234!');
  await visitor.getByRole('button', { name: 'Save the new password' }).click();
  await expect(visitor.getByLabel('New password')).toHaveAccessibleDescription(/list of stolen passwords/);
  await visitor.getByLabel('New password').fill(NEW_PASSWORD);
  await visitor.getByRole('button', { name: 'Save the new password' }).click();
  await visitor.waitForURL('/admin/sign-in?password=changed');
  await expect(visitor.getByText('Your new password counts from now on.')).toBeVisible();

  await page.goto('/admin/account');
  await expect(page).toHaveURL('/admin/sign-in');
  await visitor.goto(link);
  await expect(visitor.getByRole('main').getByRole('alert')).toContainText('no longer valid');

  await page.getByLabel('Email').fill('naledi@vigil.test');
  await page.getByLabel('Password').fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('/admin/callouts');
  await page.goto('/admin/account/password');
  await page.getByLabel('Present password').fill(NEW_PASSWORD);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password is changed.')).toBeVisible();
  for (const each of [page, visitor, admin]) await each.context().close();
});
