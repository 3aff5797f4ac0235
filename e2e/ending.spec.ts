import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { STEPS } from './support/sandbox-control.ts';

test('after the close: how long it took, report, map, a rating, and a ready button', async ({
  operator,
  person,
  sandbox,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  for (const step of STEPS) await sandbox.step(id, step);
  await expect(page.getByRole('main').getByRole('status')).toContainText('This has ended');
  await expect(page.getByRole('heading', { name: 'How long it took' })).toBeVisible();
  await expect(page.getByText('Sandbox outcome')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the map' })).toHaveAttribute('rel', /noreferrer/);

  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Choose 1 to 5');
  await expectAccessible(page, 'asked for a rating');
  await expectReadableAtDoubleSize(page, 'asked for a rating');
  await page.getByRole('radio', { name: '4' }).check();
  await page.getByLabel('In your words').fill('They were kind');
  await page.getByRole('button', { name: 'Send rating' }).click();
  await expect(page.getByText('4 of 5')).toBeVisible();
  await expect(page.getByText('AURA has it.')).toBeVisible();
  await expectAccessible(page, 'rated');

  await operator.goto(`/admin/callouts/${id}`);
  await expect(operator.getByText('They were kind')).toBeVisible();
  await expectAccessible(operator, 'a closed callout');

  await page.getByRole('link', { name: 'Back to the button' }).click();
  await expect(panicButton(page)).toBeVisible();
  await sendPress(page);
  await page.waitForURL(new RegExp(`/callouts/(?!${id}$)\\d+$`));
});
