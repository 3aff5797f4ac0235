import { randomInt } from 'node:crypto';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';

test('a trusted contact is texted when the alarm has arrived, and follows until the link is taken back', async ({
  browser,
  person: { page, name, mobile },
  sandbox,
}) => {
  const sipho = `+2783${randomInt(1_000_000, 9_999_999)}`;
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/profile');
  await page.getByLabel('Contact’s name').fill('Sipho');
  await page.getByLabel('Contact’s mobile').fill(mobile);
  await page.getByLabel('Text my contacts').check();
  await page.getByRole('button', { name: 'Save contacts' }).click();
  await expect(page.getByText('This is your own number')).toBeInViewport();
  await expect(page.getByLabel('Contact’s mobile').first()).toBeFocused();
  await page.getByLabel('Contact’s mobile').first().fill(sipho);
  await page.getByRole('button', { name: 'Save contacts' }).click();
  await expect(page.getByText('Your contacts are saved.')).toBeInViewport();
  await expect(page.getByLabel('Text my contacts')).toBeChecked();
  await expectAccessible(page, 'trusted contacts');

  await page.goto('/panic');
  expect(await page.content()).not.toContain('Sipho');
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await page.getByText('Details', { exact: true }).click();
  await expect(page.getByText('We texted a link to 1 of your contacts.')).toBeVisible({
    timeout: patience(40_000),
  });
  const [text = '', ...more] = await sandbox.textsTo(sipho);
  expect(more).toEqual([]);
  expect(text).toContain(`${name} called for help`);

  const context = await browser.newContext();
  const friend = await context.newPage();
  const link = text.split(' ').at(-1) ?? '';
  await friend.goto(link);
  await expect(friend.getByRole('main').getByRole('status')).toContainText('Alarm sent');
  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  await friend.goto(link);
  await expect(friend.getByRole('heading', { level: 1 })).toHaveText('This link has ended');
  await context.close();
});
