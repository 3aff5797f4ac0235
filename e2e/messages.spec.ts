import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';

// Messages between person, control room and operator, each on their own page.

function messagesOn(page: Page) {
  return page.getByRole('log', { name: /Messages/ });
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Send message' }).click();
}

test('what is said is on all pages, once and in order', async ({ operator, person, sandbox }) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await operator.goto(`/admin/callouts/${id}`);
  await expect(messagesOn(page)).toContainText('No messages yet');

  await page.getByRole('button', { name: 'I am hiding' }).click();
  await expect(messagesOn(page).getByRole('listitem')).toContainText(['I am hiding']);
  await expect(messagesOn(page)).toContainText('The control room has it.');
  await expect(messagesOn(operator)).toContainText('The person');

  await sandbox.say(id, 'Where in the house?');
  await expect(messagesOn(page)).toContainText('Where in the house?');
  await write(page, 'Upstairs');
  await write(operator, 'The gate code is 4');
  await expect.poll(() => sandbox.eventsOf(id)).toHaveLength(4);
  expect((await sandbox.eventsOf(id)).slice(0, 2)).toEqual(['I am hiding', 'Where in the house?']);
  expect(await sandbox.eventsOf(id)).toContain('Vigil operator: The gate code is 4');
  for (const reader of [page, operator]) {
    const lines = messagesOn(reader).getByRole('listitem');
    await expect(lines).toHaveCount(4);
    await expect(lines.filter({ hasText: 'Upstairs' })).toContainText('The control room has it.');
  }
  await expect(messagesOn(page)).toContainText('Vigil’s operator');

  await expectAccessible(page, 'talking');
  await expectReadableAtDoubleSize(page, 'talking');
  await expectAccessible(operator, 'an operator talking');
  await expectReadableAtDoubleSize(operator, 'an operator talking');
});

test('a message of the control room calls the person to the top of the page, until it is read', async ({
  person,
  sandbox,
}) => {
  const { page } = person;
  await page.addInitScript(() => {
    const calls = { tones: 0, shakes: 0 };
    Object.assign(window, { calls });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      calls.tones += 1;
      start.apply(this, when);
    };
    navigator.vibrate = () => {
      calls.shakes += 1;
      return true;
    };
  });
  await page.reload();
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  const notice = page.getByRole('alert').filter({ hasText: 'Message from the control room' });
  await expect(messagesOn(page)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await sandbox.say(id, 'Are you safe?');
  await expect(notice).toContainText('Are you safe?');
  await expect(notice).toBeInViewport();
  await expect(notice).toBeFocused();
  await expect(page).toHaveTitle(/^\(1\) /);
  const calls = () => page.evaluate(() => Reflect.get(window, 'calls'));
  expect(await calls()).toEqual({ tones: 2, shakes: 1 });
  await expectAccessible(page, 'called');
  // A refresh must not interrupt typing.
  await page.getByLabel('Message', { exact: true }).focus();
  await sandbox.say(id, 'Answer if you can');
  await expect(notice).toContainText('Answer if you can');
  await expect(page).toHaveTitle(/^\(2\) /);
  await expect(page.getByLabel('Message', { exact: true })).toBeFocused();
  await notice.getByRole('button', { name: 'I have read it' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page).not.toHaveTitle(/^\(/);
  await page.reload();
  await expect(messagesOn(page)).toContainText('Answer if you can');
  await expect(notice).toHaveCount(0);
});

test('in a browser without sound or vibration the message stands at the top all the same', async ({
  person,
  sandbox,
}) => {
  const { page } = person;
  await page.addInitScript(() => {
    const no = () => {
      throw new DOMException('no', 'NotSupportedError');
    };
    Object.assign(window, { AudioContext: no });
    navigator.vibrate = no;
  });
  await page.reload();
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await sandbox.say(id, 'Are you safe?');
  const notice = page.getByRole('alert').filter({ hasText: 'Message from the control room' });
  await expect(notice).toContainText('Are you safe?');
  await expect(page).toHaveTitle(/^\(1\) /);
  await expect(page.getByText('Something went wrong')).toHaveCount(0);
});

test('every page of a person with an open callout leads to it, with and without a script', async ({
  browser,
  person,
  sandbox,
  stack,
}) => {
  const { page } = person;
  const way = page.getByRole('navigation', { name: 'Open callouts' }).getByRole('link');
  await expect(way).toHaveCount(0);
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await expect(page.getByRole('heading', { name: 'Help for you' })).toBeVisible();
  await expect(way).toHaveCount(0);
  // Navigates by links, and by loading anew.
  for (const name of ['Panic', 'Practice', 'Profile']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
    await expect(way).toHaveAttribute('href', `/callouts/${id}`);
  }
  const unscripted = await browser.newContext({
    baseURL: stack.url,
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await unscripted.newPage();
  for (const path of ['/', '/panic', '/practice', '/profile']) {
    await page.goto(path);
    await expect(way).toHaveAttribute('href', `/callouts/${id}`);
    await plain.goto(path);
    await expect(plain.locator(`a[href="/callouts/${id}"]`)).toBeVisible();
  }
  await unscripted.close();
  await page.goto('/panic');
  await expectAccessible(page, 'with an open callout');
  await way.click();
  await page.waitForURL(`/callouts/${id}`);
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close'] as const)
    await sandbox.step(id, step);
  await expect(page.getByRole('main').getByRole('status').first()).toContainText('This has ended');
  await page.goto('/panic');
  await expect(way).toHaveCount(0);
});

test('a message written without a connection says so, and goes out once when it is back', async ({
  context,
  person,
  sandbox,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await expect(page.getByRole('button', { name: 'I am hiding' })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I can’t talk' }).click();
  await expect(messagesOn(page)).toContainText('Not sent yet. We keep trying.');
  await context.setOffline(false);
  // The phone discards the page, and Vigil is still unreachable when it is reopened.
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  );
  await page.reload();
  await expect(messagesOn(page)).toContainText('Not sent yet. We keep trying.');
  await page.unroute('**/messages');
  await expect(messagesOn(page)).toContainText('The control room has it.');
  await expect(messagesOn(page).getByRole('listitem')).toHaveCount(1);
  expect(await sandbox.eventsOf(id)).toEqual(['I can’t talk']);
});

test('what is no message is refused by its field, and what is invisible in one is left out', async ({
  person,
  sandbox,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  const post = (data: unknown) => page.request.post(`/api/callouts/${id}/messages`, { data });

  const long = await post({ id: crypto.randomUUID(), text: 'x'.repeat(20_000) });
  expect(long.status()).toBe(400);
  expect(await long.json()).toMatchObject({ code: 'input.invalid', fields: { text: expect.any(String) } });
  const huge = await post({ id: crypto.randomUUID(), text: 'x'.repeat(200_000) });
  expect(await huge.json()).toMatchObject({ code: 'request.too_large' });
  expect((await post({ id: 'no id', text: 'x' })).status()).toBe(400);

  const clean = { id: crypto.randomUUID(), text: 'I am \u0000\u001b[31mhere' };
  expect((await post(clean)).status()).toBe(202);
  expect((await post(clean)).status()).toBe(200);
  await expect.poll(() => sandbox.eventsOf(id)).toEqual(['I am [31mhere']);
});
