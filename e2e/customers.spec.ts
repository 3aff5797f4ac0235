import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { confirm } from './support/registration.ts';
import type { SandboxControl } from './support/sandbox-control.ts';
import { asTyped, type Visitor } from './support/visitors.ts';

test.describe.configure({ timeout: patience(180_000) });

test('an operator finds a customer, renews, and cancels with a reason', async ({ operator, person }) => {
  await operator.getByRole('link', { name: 'Customers' }).click();
  await operator.waitForURL('/admin/customers');
  await operator.getByLabel('Search').fill(person.mobile.replace('+27', '0'));
  await operator.getByRole('button', { name: 'Search' }).click();
  const found = operator.getByRole('row').filter({ hasText: person.mobile });
  await expect(found).toContainText('Active');
  await expectAccessible(operator, 'found');
  await expectReadableAtDoubleSize(operator, 'found');
  await found.getByRole('link').click();
  await operator.waitForURL(/\/admin\/customers\/\d+$/);
  await expect(operator.getByText('It has the same as Vigil.')).toBeVisible();
  await expectAccessible(operator, 'profile');
  await expectReadableAtDoubleSize(operator, 'profile');

  const suggested = await operator.getByLabel('Renew to').inputValue();
  await operator.getByRole('button', { name: 'Renew' }).click();
  await expect(operator.getByText(`Renewed to ${suggested}.`)).toBeVisible();

  await operator.getByRole('button', { name: 'Open the profile' }).click();
  await expect(operator.getByText('AURA has no medical or contact profile of this person.')).toBeVisible();

  await operator.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(operator.getByLabel('Reason')).toHaveAccessibleDescription(/Type a reason/);
  await expect(operator.getByLabel('Reason')).toBeFocused();
  await expectAccessible(operator, 'refused');
  await operator.getByLabel('Reason').fill('Moved to another town');
  await operator.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(operator.getByRole('heading', { name: 'Start a new subscription' })).toBeVisible();
  await expect(operator.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expectAccessible(operator, 'cancelled');
});

test('an operator registers somebody, who is notified and signs in by their mobile with a code', async ({
  operator,
  page,
  sandbox,
  visitor,
}) => {
  await operator.goto('/admin/customers/register');
  await operator.getByRole('button', { name: 'Register' }).click();
  await expect(operator.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Type their name');
  await expect(operator.getByLabel('Name', { exact: true })).toBeFocused();
  await expectAccessible(operator, 'registering refused');
  await operator.getByLabel('Name', { exact: true }).fill(visitor.name);
  await operator.getByLabel('Surname').fill(visitor.surname);
  await operator.getByLabel('Mobile number').fill(asTyped(visitor.mobile));
  await operator.getByRole('button', { name: 'Register' }).click();
  await expect(operator.getByText('is registered and has been sent a text message')).toBeVisible();
  await expectAccessible(operator, 'registered');
  await expectReadableAtDoubleSize(operator, 'registered');
  await operator.getByRole('link', { name: /^Open customer/ }).click();
  await expect(operator.getByText('An operator registered them')).toBeVisible();
  await signIn(page, sandbox, visitor);
});

test('somebody signs up by a link on AURA’s page, also after it failed, and comes back to sign in', async ({
  operator,
  page,
  sandbox,
  visitor,
}) => {
  await operator.goto('/admin/customers/signup');
  await operator.getByLabel('E-mail').fill('somebody@vigil.test');
  await operator.getByRole('button', { name: 'Make a link' }).click();
  const link = await operator.getByLabel('Link', { exact: true }).inputValue();
  await expectAccessible(operator, 'link made');
  await expectReadableAtDoubleSize(operator, 'link made');
  const newest = operator.getByRole('row').nth(1);
  await expect(newest).toContainText('Not back yet');

  const hosted = async (button: string) => {
    await page.goto(link);
    await page.getByLabel('Name', { exact: true }).fill(visitor.name);
    await page.getByLabel('Surname').fill(visitor.surname);
    await page.getByLabel('Mobile').fill(visitor.mobile);
    await page.getByRole('button', { name: button }).click();
  };
  const comeBack = () => page.getByRole('link', { name: 'Go back' }).click();
  await hosted('Let the payment fail');
  await expectAccessible(page, 'sandbox: hosted signup');
  await comeBack();
  await expect(page.getByRole('heading', { name: 'The signup did not go through' })).toBeVisible();
  await expect(page.getByText('the payment did not go through')).toBeVisible();
  await expectAccessible(page, 'failed');
  await hosted('Cancel');
  await comeBack();
  await expect(page.getByRole('heading', { name: 'The signup was cancelled' })).toBeVisible();

  // The redirect never comes: the operator checks.
  await hosted('Pay and sign up');
  await expect(page.getByRole('link', { name: 'Go back' })).toBeVisible();
  await operator.goto('/admin/customers/signup');
  await expect(newest).toContainText('Cancelled');
  await newest.getByRole('button', { name: 'Ask AURA' }).click();
  await expect(newest).toContainText('Registered');
  await expectAccessible(operator, 'links');

  await comeBack();
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible();
  await expectAccessible(page, 'returned');
  await expectReadableAtDoubleSize(page, 'returned');
  await page.goto('/register/return/1?status=completed&customerId=100001');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('We do not know this signup');
  await expectAccessible(page, 'unknown signup');
  await signIn(page, sandbox, visitor);
});

/** Signs in with the first code to this mobile. */
async function signIn(page: Page, sandbox: SandboxControl, { mobile }: Visitor): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Mobile number').fill(asTyped(mobile));
  await page.getByRole('button', { name: 'Send code' }).click();
  await confirm(page, await sandbox.codeFor(mobile));
  await page.waitForURL('/panic');
}

test('a search that finds nobody says so', async ({ operator }) => {
  await operator.goto('/admin/customers?search=nobody+of+this+name');
  await expect(operator.getByRole('heading', { name: 'Nobody found' })).toBeVisible();
  await expectAccessible(operator, 'nobody');
});

test('a file of customers is checked, imported, and its bad rows come back in an error file', async ({
  operator,
}) => {
  const rows = Array.from(
    { length: 40 },
    (_, at) => `Lindiwe,Import${'abcdefghij'[at % 10]},+27761${String(at).padStart(6, '0')}`,
  );
  rows.splice(5, 0, '=cmd|calc,Formula,+27761999999');
  rows.splice(9, 0, 'Lindiwe,NoMobile,12');
  await operator.goto('/admin/customers/import');
  await expectAccessible(operator, 'import');
  await operator.getByLabel('CSV file').setInputFiles({
    name: 'wrong.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('name,mobile\nA,0821234567\n'),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  await expect(operator.getByRole('main').getByRole('alert')).toContainText('there is no column surname');
  await expectAccessible(operator, 'refused file');

  await operator.getByLabel('CSV file').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`name,surname,mobile\n${rows.join('\n')}\n`),
  });
  await operator.getByRole('button', { name: 'Check the file' }).click();
  await operator.waitForURL(/\/admin\/customers\/import\/[0-9a-f-]+$/);
  const state = operator.getByRole('main').getByRole('status').first();
  await expect(state).toContainText('40 rows can be imported, 2 rows cannot.');
  await expectAccessible(operator, 'checked');
  await expectReadableAtDoubleSize(operator, 'checked');
  await operator.getByRole('button', { name: 'Import 40 rows' }).click();
  await expect(state).toContainText('40 rows imported, 2 rows not.', { timeout: patience(60_000) });
  await expectAccessible(operator, 'imported');

  const download = operator.waitForEvent('download');
  await operator.getByRole('link', { name: 'Download the error file' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  const reported: string[][] = parse(file, { bom: true });
  expect(reported.map((cells) => cells.slice(0, 3))).toEqual([
    ['row', 'column', 'value'],
    ['7', 'name', "'=cmd|calc"],
    ['11', 'mobile', '12'],
  ]);
  await operator.goto('/admin/customers?search=lindiwe');
  await expect(operator.getByRole('row').filter({ hasText: 'Lindiwe' })).toHaveCount(40);
});
