import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { photograph } from './support/photograph.ts';

test.describe.configure({ timeout: patience(120_000) });

// One test, as only one doctor runs at a time per deployment.
test('an admin runs the doctor, and with one TEST callout; the audit has both', async ({
  operator,
  sandbox,
}) => {
  await operator.goto('/admin/callouts');
  await operator.getByRole('link', { name: 'Integration' }).click();
  await operator.waitForURL('/admin/integration');
  const doctor = operator.locator('section').filter({ hasText: 'Run the doctor' });
  const step = (name: string) => doctor.getByRole('listitem').filter({ hasText: name }).last();
  const through = doctor.getByText(/^The doctor is through/);
  await expectAccessible(operator, 'before a run');

  await doctor.getByRole('button', { name: 'Run the doctor' }).click();
  await expect(through).toBeVisible();
  await expect(step('List active callouts')).toContainText('Ok');
  await expect(step('Create one TEST callout')).toContainText('Not run');
  await expect(step('Database')).toContainText(/\d+ migrations/);
  await expectAccessible(operator, 'after a reading run');
  await expectReadableAtDoubleSize(operator, 'after a reading run');

  await doctor.getByRole('button', { name: 'Run it with a TEST callout' }).click();
  await operator.getByLabel('AURA customer number').fill('twelve');
  await operator.getByLabel('One TEST callout may be made').check();
  await operator.getByRole('button', { name: 'Make it' }).click();
  await expect(operator.getByLabel('AURA customer number')).toHaveAccessibleDescription(/no customer number/);
  await expectAccessible(operator, 'to confirm');
  await operator.getByLabel('AURA customer number').fill('');
  await operator.getByRole('button', { name: 'Make it' }).click();
  await expect(step('Create one TEST callout')).toContainText(/TEST callout \d+/);
  await expect(through).toBeVisible();
  const said = (await step('Cancel the TEST callout').textContent()) ?? '';
  const calloutId = Number(/Callout (\d+) is cancelled/.exec(said)?.[1]);
  expect(await sandbox.calloutWith(calloutId)).toMatchObject({ status: 'Responder Cancelled' });
  await expect(step('Delete the doctor’s customer')).toContainText('is deleted');
  await expect(operator.getByRole('row').filter({ hasText: 'Create callout' })).toBeVisible();
  await photograph(operator, 'integration', 'desktop');
  await photograph(operator, 'integration-phone', 'phone');

  await operator.goto('/admin/audit?action=integration.run_doctor');
  await expect(operator.getByRole('row').filter({ hasText: 'TEST callout on a customer' })).toBeVisible();
  await expect(operator.getByRole('row').filter({ hasText: 'reading: ' })).toBeVisible();
});
