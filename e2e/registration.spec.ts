import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton } from './support/gestures.ts';
import { askForCode, confirm } from './support/registration.ts';
import { asTyped, type Visitor } from './support/visitors.ts';

const REFUSALS = [
  { field: 'Name', typed: '', says: /^Type your name/ },
  { field: 'Name', typed: 'Thandi 😀', says: /^Use letters only in your name/ },
  { field: 'Surname', typed: '7', says: /^Use letters only in your surname/ },
  {
    field: 'How to say your name',
    typed: 'מזרחי',
    says: /^Write how to say your name in letters from A to Z/,
  },
  { field: 'Mobile number', typed: '', says: /^Type your mobile number/ },
  { field: 'Mobile number', typed: '011 234 5678', says: /^This is not a mobile number/ },
] as const;

for (const { field, typed, says } of REFUSALS) {
  test(`register refuses "${typed}" as ${field.toLowerCase()}, at its field`, async ({ page, visitor }) => {
    await page.goto('/register');
    await fillIn(page, visitor);
    await page.getByLabel(field, { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Register' }).click();

    await expect(page.getByRole('main').getByRole('alert')).toContainText('Please fix the marked answers');
    await expect(page.getByLabel(field, { exact: true })).toHaveAccessibleDescription(says);
    await expect(page.locator('[aria-invalid]')).toHaveCount(1);
    await expect(page.getByLabel(field, { exact: true })).toBeFocused();
    const shown = { ...expectedValues(visitor), [field]: typed };
    for (const [label, value] of Object.entries(shown)) {
      await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
    }
  });
}

test('somebody with one name, in letters from right to left, registers and sees it as they wrote it', async ({
  page,
  sandbox,
  visitor,
}) => {
  const person = { ...visitor, name: 'محمد', surname: '' };
  await askForCode(page, person);
  await confirm(page, await sandbox.codeFor(visitor.mobile));
  await expect(panicButton(page)).toBeVisible();
  await page.goto('/profile');
  await expect(page.locator('bdi', { hasText: 'محمد' })).toBeVisible();
});

test('a name of a megabyte is refused at its field', async ({ page, visitor }) => {
  await page.goto('/register');
  await fillIn(page, visitor);
  const name = page.getByLabel('Name', { exact: true });
  // Other clients ignore maxlength.
  await name.evaluate((field) => field.removeAttribute('maxlength'));
  await name.fill('x'.repeat(1_000_000));
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(name).toHaveAccessibleDescription(/at most 80 characters/);
  await expect(page.getByLabel('Surname')).toHaveValue(visitor.surname);
});

test('a wrong code is refused and never shown again', async ({ page, sandbox, visitor }) => {
  await askForCode(page, visitor);
  const right = await sandbox.codeFor(visitor.mobile);
  await confirm(page, otherThan(right));
  await expect(page.getByRole('main').getByRole('alert')).toContainText('That code is not right');
  await expect(page.getByLabel('Code')).toHaveValue('');

  await confirm(page, '12345');
  await expect(page.getByLabel('Code')).toHaveAccessibleDescription(/6 digits/);
  await expect(page.getByLabel('Code')).toHaveValue('');

  await confirm(page, right);
  await expect(panicButton(page)).toBeVisible();
});

test('after five wrong tries only a new code works', async ({ page, sandbox, visitor }) => {
  await askForCode(page, visitor);
  const first = await sandbox.codeFor(visitor.mobile);
  for (let tries = 1; tries <= 5; tries += 1) {
    await confirm(page, otherThan(first));
    const verdict = tries < 5 ? 'That code is not right' : 'That code is no longer valid';
    await expect(page.getByRole('main').getByRole('alert')).toContainText(verdict);
    await expect(page.getByLabel('Code')).toHaveValue('');
  }
  await confirm(page, first);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('That code is no longer valid');
  expect(await sandbox.customersOf(visitor.mobile)).toEqual([]);

  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
  await confirm(page, await sandbox.codeFor(visitor.mobile, 2));
  await expect(panicButton(page)).toBeVisible();
});

test('"Change details" goes back with all that was typed but the mobile', async ({
  page,
  sandbox,
  visitor,
}) => {
  await askForCode(page, visitor);
  await page.getByRole('button', { name: 'Change details' }).click();
  for (const [label, value] of Object.entries({ ...expectedValues(visitor), 'Mobile number': '' })) {
    await expect(page.getByLabel(label, { exact: true })).toHaveValue(value);
  }
  await page.getByLabel('Surname').fill('Nkosi');
  await page.getByLabel('Mobile number').fill(asTyped(visitor.mobile));
  await page.getByRole('button', { name: 'Register' }).click();
  await confirm(page, await sandbox.codeFor(visitor.mobile, 2));
  await expect(panicButton(page)).toBeVisible();
  expect((await sandbox.customersOf(visitor.mobile)).map(({ profile }) => profile.surname)).toEqual([
    'Nkosi',
  ]);
});

test('a mobile that AURA knows already is not registered twice', async ({ page, sandbox, visitor }) => {
  await sandbox.createCustomer(visitor);
  await askForCode(page, visitor);
  await confirm(page, await sandbox.codeFor(visitor.mobile));
  await expect(page.getByRole('main').getByRole('alert')).toContainText('AURA already knows this number');
  await expect(page.getByLabel('Surname')).toHaveValue(visitor.surname);
  await expect(page.getByLabel('Mobile number')).toHaveValue('');
  await page.goto('/panic');
  await expect(page).toHaveURL('/sign-in');
});

test('double clicks make one customer', async ({ page, sandbox, visitor }) => {
  await page.goto('/register');
  await fillIn(page, visitor);
  await page.getByRole('button', { name: 'Register' }).dblclick();
  await page.getByLabel('Code').fill(await sandbox.codeFor(visitor.mobile));
  await page.getByRole('button', { name: 'Confirm' }).dblclick();
  await expect(panicButton(page)).toBeVisible();
  expect(await sandbox.customersOf(visitor.mobile)).toHaveLength(1);
});

test('signing out ends it, and a code signs in again', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign out' }).click();
  await page.waitForURL('/');
  await page.goto('/panic');
  await page.waitForURL('/sign-in');

  await page.getByLabel('Mobile number').fill(asTyped(mobile));
  await page.getByRole('button', { name: 'Send code' }).click();
  await confirm(page, await sandbox.codeFor(mobile, 2));
  await expect(panicButton(page)).toBeVisible();
});

test('signing in with an unknown mobile leads to registering', async ({ page, sandbox, visitor }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Mobile number').fill(asTyped(visitor.mobile));
  await page.getByRole('button', { name: 'Send code' }).click();
  await confirm(page, await sandbox.codeFor(visitor.mobile));
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No account for this number yet');
  await page.getByRole('main').getByRole('link', { name: 'Register' }).first().click();
  await expect(page).toHaveURL('/register');
});

test('a fourth code within a minute is refused', async ({ page, sandbox, visitor }) => {
  await askForCode(page, visitor);
  for (let sent = 1; sent < 3; sent += 1) {
    await sandbox.codeFor(visitor.mobile, sent);
    await page.getByRole('button', { name: 'Send a new code' }).click();
  }
  await sandbox.codeFor(visitor.mobile, 3);
  await page.getByRole('button', { name: 'Send a new code' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Wait before the next code');
});

test.describe('with JavaScript switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('registration works from the first field to the panic page', async ({ page, sandbox, visitor }) => {
    await page.goto('/register');
    await fillIn(page, { ...visitor, name: '' });
    await page.getByRole('button', { name: 'Register' }).click();
    await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Type your name');
    await expect(page.getByLabel('Surname')).toHaveValue(visitor.surname);

    await page.getByLabel('Name', { exact: true }).fill(visitor.name);
    await page.getByRole('button', { name: 'Register' }).click();
    const code = await sandbox.codeFor(visitor.mobile);
    await confirm(page, otherThan(code));
    await expect(page.getByRole('main').getByRole('alert')).toContainText('That code is not right');
    await confirm(page, code);
    await page.waitForURL('/panic');
    expect(await sandbox.customersOf(visitor.mobile)).toHaveLength(1);
  });
});

async function fillIn(page: Page, visitor: Visitor): Promise<void> {
  for (const [label, value] of Object.entries(expectedValues(visitor))) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

function expectedValues({ name, surname, mobile }: Visitor): Record<string, string> {
  return { Name: name, Surname: surname, 'Mobile number': asTyped(mobile) };
}

function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000';
}
