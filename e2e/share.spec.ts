import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

test('a friend follows by a link, without an account, until it is taken back', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await page.getByText('Details', { exact: true }).click();
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('One link works')).toBeVisible();
  await expectAccessible(page, 'sharing');
  await expectReadableAtDoubleSize(page, 'sharing');
  const url = await page.getByLabel('Link', { exact: true }).inputValue();
  expect(url).toMatch(new RegExp(`^${stack.url}/follow/[\\w-]{43}$`));

  const context = await browser.newContext();
  const friend = await context.newPage();
  const opened = await friend.goto(url);
  expect(opened?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': expect.stringContaining('noindex'),
  });
  await expect(friend.getByRole('main').getByRole('status')).toContainText('Alarm sent');
  await expect(friend.getByText('-26.10000, 28.05000')).toBeVisible();
  await expect(friend.getByRole('main')).not.toContainText(person.name);
  await expectAccessible(friend, 'followed by a friend');
  await expectReadableAtDoubleSize(friend, 'followed by a friend');
  const { id } = await sandbox.calloutOf(person.mobile);
  await sandbox.step(id, 'own');
  await expect(friend.getByRole('main').getByRole('status')).toContainText('The control room is helping', {
    timeout: patience(40_000),
  });

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(url);
  await expect(still.getByRole('main').getByRole('status')).toContainText('The control room is helping');
  // Trailing characters of links pasted from a text.
  for (const after of [').', '”,', '%E2%80%8B', '>']) {
    await still.goto(url + after);
    await expect(still.getByRole('main').getByRole('status')).toContainText('The control room is helping');
  }

  await page.getByRole('button', { name: 'Stop sharing' }).click();
  await expect(page.getByRole('button', { name: 'Make a link' })).toBeVisible();
  await still.reload();
  await expect(still.getByRole('heading', { level: 1 })).toHaveText('This link has ended');
  const ended = await still.getByRole('main').textContent();
  await still.goto(`${stack.url}/follow/${'A'.repeat(43)}`);
  expect(await still.getByRole('main').textContent()).toBe(ended);
  await expectAccessible(friend, 'a link that ended');
  await plain.close();
  await context.close();
});
