import { expect, test } from './support/fixtures.ts';
import { expectAccessible } from './support/looks.ts';

test('a person changes their mobile by a code from each number, and stays signed in', async ({
  person: { page, mobile },
  sandbox,
}) => {
  const next = mobile.replace(/\d(?=\d{3}$)/, (digit) => String((Number(digit) + 5) % 10));
  await page.goto('/profile');
  const form = page.getByRole('form', { name: 'Change your mobile number' });
  const newMobile = form.getByLabel('New mobile number');
  await expect(async () => {
    // The answer may come later than this looks for it, and the field is gone then.
    if (await newMobile.isVisible()) {
      await newMobile.fill(next, { timeout: 1_000 });
      await form.getByRole('button', { name: 'Change mobile number' }).click({ timeout: 1_000 });
    }
    await expect(form.getByText('First the code from your old number.')).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expectAccessible(page, 'change of mobile, code of the old number');
  await form.getByLabel('Code').fill(await sandbox.codeFor(mobile, 2));
  await form.getByRole('button', { name: 'Confirm' }).click();
  await expect(form.getByText('Now the code from your new number.')).toBeVisible();
  await form.getByLabel('Code').fill(await sandbox.codeFor(next));
  await form.getByRole('button', { name: 'Confirm' }).click();
  await expect(page.getByText('Your mobile number is changed.')).toBeVisible();
  await page.goto('/panic');
  await expect(page.getByRole('button', { name: 'Panic', exact: true })).toBeVisible();
  expect(await sandbox.customersOf(next)).toHaveLength(1);
});

test('past alarms are listed in the language of the reader, with a way to each', async ({
  person: { page },
}) => {
  await page.goto('/callouts');
  await expect(page.getByText('No alarms yet.')).toBeVisible();
  await expectAccessible(page, 'past alarms');
  await page.goto('/profile');
  await page.getByRole('link', { name: 'Your past alarms' }).click();
  await expect(page.getByRole('heading', { name: 'Your alarms' })).toBeVisible();
});
