import { press } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';

// Alarms that reach an operator badly: by a link without a session, in a browser that shows no notifications, and after
// their session has ended.

for (const wanted of ['/admin/callouts/7', '/admin/callouts#need-7']) {
  test(`a link to ${wanted} leads there after the sign-in`, async ({ browser, stack }) => {
    const context = await browser.newContext({ baseURL: stack.url });
    const page = await context.newPage();
    await page.goto(wanted);
    await page.waitForURL(/\/admin\/sign-in(#|$)/);
    await expect(async () => {
      // What is typed before the page has its scripts may be lost.
      await page.getByLabel('Email').fill(stack.admin.email);
      await page.getByLabel('Password').fill(stack.admin.password);
      if (wanted.includes('#')) await expect(page.locator('input[name=need]')).toHaveValue('#need-7');
    }).toPass();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(wanted);
    expect(await context.cookies()).not.toContainEqual(expect.objectContaining({ name: 'vigil-return' }));
    await context.close();
  });
}

test('a browser that denies notifications says so on the board, and shows the alarm', async ({
  operator,
  person,
}) => {
  await operator.addInitScript(() => {
    Object.assign(window, { Notification: { permission: 'denied' } });
  });
  await operator.goto('/admin/callouts');
  const queue = operator.getByRole('region', { name: 'Needs attention' });
  await expect(queue.getByText('Notifications are blocked')).toBeVisible();
  await press(person.page, 'real');
  await expect(queue.getByRole('link', { name: `${person.name} ${person.surname}` }).first()).toBeVisible();
});

test('a session that ends while an alarm rings leaves it ringing, and the page says that it does not know', async ({
  operator,
  person,
}) => {
  await operator.goto('/admin/reports');
  const strip = operator.getByRole('region', { name: 'Alarms' });
  await press(person.page, 'real');
  await expect(strip).toContainText(/\d+ New/);
  const elsewhere = await operator.context().newPage();
  await elsewhere.goto('/admin/account');
  await elsewhere.getByRole('button', { name: 'Sign out' }).first().click();
  await elsewhere.waitForURL('/admin/sign-in');
  // Who signs out on purpose begins at the board.
  expect(await operator.context().cookies()).not.toContainEqual(
    expect.objectContaining({ name: 'vigil-return' }),
  );
  await expect(strip).toContainText('We do not know whether anything needs attention.');
  await expect(operator).toHaveTitle(/^\(\?\) Reports/);
});
