import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';
import { expectCallFirst } from './support/press-journeys.ts';

const status = (page: Page) => page.getByRole('main').getByRole('status');

test.describe('a press that has no position', () => {
  test.use({ permissions: [] });

  test('can be taken back, after a question that says what that does', async ({
    operator,
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    await sendPress(page);
    await expect(status(page)).toContainText('don’t know where you are');
    const row = operator.getByRole('row').filter({ hasText: mobile });
    await expect(row).toContainText('Needs a location');

    await page.getByRole('button', { name: 'Cancel this alarm' }).click();
    await expect(page.getByRole('dialog')).toContainText('We stop sending it.');
    await expectAccessible(page, 'asked whether to take the press back');
    await page.getByRole('button', { name: 'No, I need help' }).click();
    await expect(status(page)).toContainText('don’t know where you are');

    await page.getByRole('button', { name: 'Cancel this alarm' }).click();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await expect(status(page)).toContainText('Cancelled. Nobody will come.');
    await expectAccessible(page, 'taken back');
    await expect(row).toHaveCount(0);
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);

    await page.getByRole('main').getByText('Back to the button').click();
    await expect(panicButton(page)).toBeVisible();
    // Nothing is resumed.
    await page.reload();
    await expect(panicButton(page)).toBeVisible();
  });

  test('can be taken back where no script runs', async ({ browser, person, sandbox, stack }) => {
    const storageState = await person.page.context().storageState();
    const context = await browser.newContext({ baseURL: stack.url, storageState, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto('/panic');
    await panicButton(page).click();
    await page.waitForURL(/\/panic\?press=/);
    await page.locator('noscript button').click();
    await expect(status(page)).toContainText('Cancelled. Nobody will come.');
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(0);
    expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
    await context.close();
  });
});

test.describe('a press that was made two minutes ago without a connection', () => {
  async function isAskedAgain(page: Page): Promise<string> {
    await page.clock.install();
    await page.goto('/panic');
    await page.context().setOffline(true);
    await panicButton(page).waitFor();
    await page.getByRole('button', { name: 'I can’t hold: tap here' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.clock.runFor(6_000);
    await expectCallFirst(page);
    const pressId = await page.evaluate(
      () => JSON.parse(localStorage.getItem('vigil.press') ?? '{}').pressId,
    );
    await page.clock.fastForward(130_000);
    await page.context().setOffline(false);
    await page.clock.runFor(5_000);
    await expect(status(page)).toContainText('Do you need help now?');
    return pressId;
  }

  test('is withdrawn by Cancel, also should it arrive after that', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    const pressId = await isAskedAgain(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(status(page)).toContainText('Cancelled. Nobody will come.');
    const location = { latitude: -26.1, longitude: 28.05, accuracy: 5, source: 'live' };
    const at = new Date().toISOString();
    const late = { pressId, pressedAt: at, location: { ...location, fixedAt: at } };
    const response = await page.request.post('/api/panic', { data: late });
    expect(await response.json()).toMatchObject({ pressId, state: 'withdrawn' });
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });

  test('is not said to be taken back while nothing was heard of that', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await isAskedAgain(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'could not confirm the cancellation',
    );
    await expectCallFirst(page);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again to cancel' }).click();
    await expect(status(page)).toContainText('Cancelled. Nobody will come.');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });
});

test('another site cannot take a press back, nor can somebody else', async ({ person, otherPerson }) => {
  const press = { pressId: crypto.randomUUID(), pressedAt: new Date().toISOString() };
  await person.page.request.post('/api/panic', { data: press });
  const path = `/api/panic/${press.pressId}/withdraw`;
  const elsewhere = { origin: 'https://elsewhere.example' };
  const forged = await person.page.request.post(path, { headers: elsewhere });
  expect(await forged.json()).toMatchObject({ code: 'request.cross_site' });
  const theirs = await otherPerson.page.request.post(path);
  expect(await theirs.json()).toMatchObject({ code: 'press.not_found' });
  const receipt = await person.page.request.get(`/api/panic/${press.pressId}`);
  expect(await receipt.json()).toMatchObject({ state: 'recorded', withdrawRequestedAt: null });
});
