import { readFileSync } from 'node:fs';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';

// A person takes and deletes what Vigil keeps of them. The rules are in lib/privacy; here are the screens.

test('a person downloads their data with a code, and deletes their account with another', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.goto('/profile');
  const file = page.getByRole('form', { name: 'Download my data' });
  await file.getByRole('button', { name: 'Download my data' }).click();
  await file.getByLabel('Code').fill(await sandbox.codeFor(mobile, 2));
  await expectAccessible(page, 'a code to download');
  await file.getByRole('button', { name: 'Confirm' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the file' }).click();
  const { tables } = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(tables.person).toHaveLength(1);
  expect(JSON.stringify(tables)).not.toContain(mobile);

  const deletion = page.getByRole('form', { name: 'Delete my account' });
  await deletion.getByRole('button', { name: 'Delete my account' }).click();
  await deletion.getByLabel('Code').fill(await sandbox.codeFor(mobile, 3));
  await deletion.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL(/\/deleted\//);
  await expect(page.getByRole('heading', { name: 'The account is deleted' })).toBeVisible();
  await expect(page.getByText('AURA has marked the customer as deleted.')).toBeVisible();
  await expectAccessible(page, 'a deleted account');
  await page.goto('/profile');
  await page.waitForURL(/\/sign-in/);
});

test('an account is not deleted while its alarm is open', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await page.goto('/panic');
  await expect(panicButton(page)).toBeVisible();
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await page.goto('/profile');
  const deletion = page.getByRole('form', { name: 'Delete my account' });
  await deletion.getByRole('button', { name: 'Delete my account' }).click();
  await deletion.getByLabel('Code').fill(await sandbox.codeFor(mobile, 2));
  await deletion.getByRole('button', { name: 'Confirm' }).click();
  await expect(deletion.getByRole('alert')).toContainText('Your alarm has not ended');
  await expect(page).toHaveURL(/\/profile/);
});
