import type { APIResponse, Page } from '@playwright/test';
import { boardRow } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { expectCallFirst } from './support/press-journeys.ts';

// Cancelling: by the person with a right and a wrong code, and by an operator.

async function raise(page: Page): Promise<string> {
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  return new URL(page.url()).pathname;
}

function pressHere() {
  const at = new Date().toISOString();
  const place = { latitude: -26.1, longitude: 28.05, accuracy: 12 };
  return { pressedAt: at, location: { ...place, fixedAt: at, source: 'live' } };
}

/** The raw response without id, date and callout number. */
async function bytesOf(response: APIResponse, calloutId: string): Promise<string> {
  const headers = response.headersArray().filter(({ name }) => !/^(date|x-request-id)$/i.test(name));
  const text = await response.text();
  return JSON.stringify([response.status(), headers, text.replace(calloutId, '#')]);
}

async function sayThatIAmSafe(page: Page, code: string): Promise<void> {
  await page.getByText('I am safe', { exact: true }).click();
  await page.getByLabel('Last four digits').fill(code);
  await page.getByRole('button', { name: 'Say that I am safe' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('You said you are safe');
}

/** The page's text without times. */
async function shownOn(page: Page, calloutId: string): Promise<string> {
  const text = (await page.getByRole('main').textContent()) ?? '';
  return text
    .replaceAll(calloutId, '#')
    .replace(/just now|\d+ (s|min) ago/g, 'ago')
    .replace(/\d\d:\d\d/g, 'then');
}

test('a right and a wrong code get the same bytes and the same page', async ({
  person,
  otherPerson,
  operator,
  sandbox,
}) => {
  const right = person.mobile.slice(-4);
  const wrong = `${(Number(otherPerson.mobile.slice(-4)) + 1) % 10_000}`.padStart(4, '0');
  const answers: string[] = [];
  const screens: string[] = [];
  for (const [{ page }, code] of [
    [person, right],
    [otherPerson, wrong],
  ] as const) {
    const path = await raise(page);
    const calloutId = path.split('/').at(-1) ?? '';
    await expect(page.getByText('I am safe', { exact: true })).toBeVisible();
    await sayThatIAmSafe(page, code);
    // The page is read anew after the answer: its other parts are left out then.
    await expect(page.getByRole('button', { name: 'Say that I am safe' })).toHaveCount(0);
    const again = await page.request.post(`/api${path}/cancel`, { data: { safeCode: code } });
    answers.push(await bytesOf(again, calloutId));
    screens.push(await shownOn(page, calloutId));
  }
  expect(answers[0]).toBe(answers[1]);
  expect(screens[0]).toBe(screens[1]);

  const { id } = await sandbox.calloutOf(otherPerson.mobile);
  await operator.goto(`/admin/callouts/${id}`);
  await expect(operator.getByRole('main').getByRole('alert')).toContainText('Duress suspected');
  await expectAccessible(operator, 'duress suspected');
  await sandbox.step(id, 'own');
  await sandbox.step(id, 'dispatch');
  await expect(operator.getByRole('main').getByRole('status')).toContainText('Dispatched');
  await otherPerson.page.reload();
  expect(await shownOn(otherPerson.page, `${id}`)).toBe(screens[1]);
  await expectAccessible(otherPerson.page, 'said to be safe');
  await expectReadableAtDoubleSize(otherPerson.page, 'said to be safe');

  await operator.goto('/admin/callouts');
  await expect(boardRow(operator, id)).toContainText('Duress suspected');
  const calledOff = await sandbox.calloutOf(person.mobile);
  expect(calledOff.status).toBe('Responder Cancelled');

  // Nor does pressing again tell.
  const told: string[] = [];
  for (const { page } of [person, otherPerson]) {
    const pressId = crypto.randomUUID();
    const answer = await page.request.post('/api/panic', { data: { ...pressHere(), pressId } });
    told.push(await bytesOf(answer, pressId));
    await page.goto('/panic');
    await expect(page.locator('a[href^="/callouts/"]')).toHaveCount(0);
  }
  expect(told[0]).toBe(told[1]);
  expect(told[0]).toContain('recorded');
  const pad = otherPerson.page;
  await sendPress(pad);
  await expect(pad.getByRole('status').filter({ hasText: 'We have your alarm.' })).toBeVisible();
  await expectCallFirst(pad);
});

test('the code is never there before it is typed, and may be pasted', async ({
  person: { page, mobile },
}) => {
  await raise(page);
  await page.getByText('I am safe', { exact: true }).click();
  const field = page.getByLabel('Last four digits');
  await expect(field).toHaveValue('');
  // No autofill: browsers would offer the last one-time code.
  await expect(field).not.toHaveAttribute('autocomplete', /off|one-time-code/);
  await expectAccessible(page, 'asked for the code');
  await expectReadableAtDoubleSize(page, 'asked for the code');
  await field.focus();
  await page.keyboard.insertText(` ${mobile.slice(-4)} `);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toContainText('You said you are safe');
});

test('without a connection nothing is said to be sent', async ({ context, person: { page, mobile } }) => {
  await raise(page);
  await page.getByText('I am safe', { exact: true }).click();
  await page.getByLabel('Last four digits').fill(mobile.slice(-4));
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Say that I am safe' }).click();
  await expect(page.getByRole('main')).toContainText('Vigil has not confirmed it');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Say that I am safe' }).click();
  await expect(page.getByRole('main').getByRole('status')).toContainText('You said you are safe');
});

test.describe('without a script', () => {
  test('the form goes out and comes back to the page', async ({ browser, person, sandbox, stack }) => {
    const { request } = person.page;
    const press = { ...pressHere(), pressId: crypto.randomUUID() };
    const { calloutId } = await (await request.post('/api/panic', { data: press })).json();
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: stack.url,
      storageState: await person.page.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto(`/callouts/${calloutId}`);
    await page.getByText('I am safe', { exact: true }).click();
    await page.getByLabel('Last four digits').fill(person.mobile.slice(-4));
    await page.getByRole('button', { name: 'Say that I am safe' }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('You said you are safe');
    await expect
      .poll(async () => (await sandbox.calloutOf(person.mobile)).status)
      .toBe('Responder Cancelled');
    await context.close();
  });
});

test('an operator cancels with a reason, after a question', async ({ operator, person, sandbox }) => {
  await raise(person.page);
  const { id } = await sandbox.calloutOf(person.mobile);
  await operator.goto(`/admin/callouts/${id}`);
  await operator.getByRole('button', { name: 'Cancel this callout' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Cancel the callout' }).click();
  await expect(dialog.getByLabel('Reason', { exact: true })).toHaveAccessibleDescription(/Say why/);
  await expectAccessible(operator, 'cancelling');
  await dialog.getByRole('button', { name: 'Somebody else has come to help' }).click();
  await expect(dialog.getByLabel('Reason', { exact: true })).toHaveValue('Somebody else has come to help');
  await dialog.getByLabel('Reason', { exact: true }).fill('She phoned: a false alarm');
  await dialog.getByLabel('AURA’s reason').selectOption({ label: 'False alarm' });
  await dialog.getByRole('button', { name: 'Cancel the callout' }).click();
  await expect(operator.getByRole('main', { includeHidden: true })).toContainText('AURA accepted it.');
  await expect(person.page.getByRole('main').getByRole('status')).toContainText('Your alarm was cancelled');
});
