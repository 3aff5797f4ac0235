import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { photograph } from './support/photograph.ts';

test.describe.configure({ timeout: patience(180_000) });

test('an operator finds the delivery of a press, opens its body, and replays it and a range', async ({
  operator,
  person,
  sandbox,
}) => {
  await sendPress(person.page);
  const { id } = await sandbox.calloutOf(person.mobile);
  const found = `/admin/webhooks?event=NEW_CALLOUT&callout=${id}`;
  const row = operator.getByRole('row').filter({ hasText: 'New callout' });
  await operator.goto('/admin/callouts');
  await operator.getByRole('link', { name: 'Webhooks' }).click();
  await operator.waitForURL('/admin/webhooks');
  await operator.getByLabel('Event').selectOption('NEW_CALLOUT');
  await operator.getByLabel('Callout (id)').fill(`${id}`);
  await operator.getByRole('button', { name: 'Filter' }).click();
  await expect(async () => {
    await operator.goto(found);
    await expect(row).toContainText('Processed', { timeout: 500 });
  }).toPass();
  await expect(row.getByRole('link', { name: `Callout ${id}` })).toBeVisible();
  await expectAccessible(operator, 'found');
  await expectReadableAtDoubleSize(operator, 'found');
  await photograph(operator, 'webhooks', 'desktop');
  await photograph(operator, 'webhooks-phone', 'phone');

  await row.getByRole('link', { name: /^Delivery/ }).click();
  await operator.waitForURL(/\/admin\/webhooks\/\d+$/);
  const body = operator.locator('pre');
  await expect(body).toContainText(`"id": ${id}`);
  expect(await body.textContent()).not.toContain(person.mobile);
  expect(await body.textContent()).not.toContain('://');
  await expect(operator.getByRole('row').filter({ hasText: 'Stage' })).toContainText('Same');
  await expectAccessible(operator, 'delivery');
  await operator.getByRole('button', { name: 'Replay' }).click();
  await expect(operator.getByText('Replayed', { exact: true })).toBeVisible();
  await expect(async () => {
    await operator.reload();
    await expect(operator.getByText('Processed', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(operator.getByText('Replayed', { exact: true })).toBeVisible();
  await expectAccessible(operator, 'opened');
  await expectReadableAtDoubleSize(operator, 'opened');
  await photograph(operator, 'webhook', 'desktop');
  await photograph(operator, 'webhook-phone', 'phone');

  await operator.goto(`${found}&from=2020-01-01T00:00&until=2099-01-01T00:00`);
  await operator.getByText('Replay 1 delivery', { exact: true }).click();
  await expectAccessible(operator, 'to confirm');
  await photograph(operator, 'webhook-range', 'phone');
  await operator.getByRole('button', { name: 'Yes, replay 1 delivery' }).click();
  await expect(operator.getByText('1 delivery put back to be worked again.')).toBeVisible();
  await expect(async () => {
    await operator.reload();
    await expect(row).toContainText('Processed', { timeout: 500 });
  }).toPass();
});

test('what cannot be filtered by, and what is not there, is said', async ({ operator }) => {
  await operator.goto('/admin/webhooks?callout=soon');
  await expect(operator.getByLabel('Callout (id)')).toHaveAccessibleDescription(/This is no callout id/);
  await expectAccessible(operator, 'refused');
  await operator.goto('/admin/webhooks?callout=1');
  await expect(operator.getByRole('heading', { name: 'No deliveries' })).toBeVisible();
  await expectAccessible(operator, 'none');
  await operator.goto('/admin/webhooks/999999999');
  await expect(operator.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
});
