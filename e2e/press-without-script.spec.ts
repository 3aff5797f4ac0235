import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { expect, type Person, test } from './support/fixtures.ts';
import { POSITION, panicButton } from './support/gestures.ts';
import {
  callout,
  expectCallFirst,
  holdBackScripts,
  holdEarly,
  onlyCalloutOf,
  openPanic,
  saveAddress,
} from './support/press-journeys.ts';

test.describe('with scripts off', () => {
  /** The person's session with JavaScript disabled. */
  async function withoutScripts(browser: Browser, person: Person, baseURL: string): Promise<Page> {
    const storageState = await person.page.context().storageState();
    const context = await browser.newContext({ baseURL, storageState, javaScriptEnabled: false });
    return context.newPage();
  }

  test('one tap sends help to the saved address', async ({ browser, person, sandbox, stack }) => {
    const page = await withoutScripts(browser, person, stack.url);
    await saveAddress(page);
    await page.goto('/panic');
    // Text selectors ignore noscript content.
    await expect(page.locator('#press-form noscript p')).toBeVisible();
    await panicButton(page).click();
    await callout(page);
    const { trail } = await onlyCalloutOf(sandbox, person.mobile);
    expect(trail).toEqual([expect.objectContaining({ latitude: -26.2, longitude: 28.04 })]);
    await page.context().close();
  });

  test('a tap without any position is recorded, and says so until it is more', async ({
    browser,
    person,
    sandbox,
    stack,
  }) => {
    const page = await withoutScripts(browser, person, stack.url);
    await page.goto('/panic');
    await panicButton(page).click();
    await page.waitForURL(/\/panic\?press=/);
    await expect(page.getByRole('main').getByRole('status')).toContainText('don’t know where you are');
    await expectCallFirst(page);
    await expect(page.locator('meta[http-equiv="refresh"]')).toHaveCount(1);
    expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
    await page.context().close();
  });

  test('a press of which nothing is known now is said to be that, with whom to call', async ({
    browser,
    person,
    stack,
  }) => {
    const page = await withoutScripts(browser, person, stack.url);
    await page.goto(`/panic?press=${randomUUID()}`);
    await expect(page.getByRole('main').getByRole('alert')).toContainText(
      'if your alarm was sent. Call now.',
    );
    await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
    await expect(panicButton(page)).toBeVisible();
    await page.context().close();
  });

  test('a tap that is refused ends with what happened and whom to call', async ({
    browser,
    person,
    sandbox,
    stack,
  }) => {
    const page = await withoutScripts(browser, person, stack.url);
    await page.goto('/panic');
    await page.context().clearCookies();
    await page.locator('input[name=pressToken]').evaluate((field) => field.setAttribute('value', 'forged'));
    await panicButton(page).click();
    await page.waitForURL(/\/offline\?code=session.required/);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Please sign in');
    await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
    expect(await sandbox.calloutsOf(person.mobile)).toEqual([]);
    await page.context().close();
  });
});

test.describe('while the scripts are still on their way', () => {
  // A service worker would serve them from its cache.
  test.use({ serviceWorkers: 'block' });

  test('a hold and its grace send the press with the position', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await holdBackScripts(page);
    await openPanic(page);
    await page.context().setGeolocation(POSITION);
    await holdEarly(page);
    await callout(page);
    const { trail } = await onlyCalloutOf(sandbox, mobile);
    expect(trail).toEqual([expect.objectContaining({ latitude: -26.1, longitude: 28.05 })]);
  });

  test('a press that is delivered later opens its callout', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    const at = new Date().toISOString();
    const press = { pressId: randomUUID(), pressedAt: at };
    await page.request.post('/api/panic', { data: press });
    await holdBackScripts(page);
    await page.goto(`/panic?press=${press.pressId}`, { waitUntil: 'commit' });
    await expectCallFirst(page);
    const location = { ...POSITION, fixedAt: at, source: 'live' };
    await page.request.post('/api/panic', { data: { ...press, location } });
    await callout(page);
    await onlyCalloutOf(sandbox, mobile);
  });

  test('a press that was delivered before its page was there opens its callout', async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    const at = new Date().toISOString();
    const press = { pressId: randomUUID(), pressedAt: at };
    const location = { ...POSITION, fixedAt: at, source: 'live' };
    await page.request.post('/api/panic', { data: { ...press, location } });
    const state = async () => (await (await page.request.get(`/api/panic/${press.pressId}`)).json()).state;
    await expect.poll(state).toBe('delivered');
    await holdBackScripts(page);
    await page.goto(`/panic?press=${press.pressId}`, { waitUntil: 'commit' });
    await callout(page);
    await onlyCalloutOf(sandbox, mobile);
  });

  test('a tap that is too short sends nothing, and says so', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await holdBackScripts(page);
    await openPanic(page);
    await panicButton(page).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('Not sent');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);
  });

  test('it can be cancelled, and pressed by a key', async ({ person, sandbox }) => {
    const { page, mobile } = person;
    await holdBackScripts(page);
    await openPanic(page);
    await holdEarly(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('main').getByRole('status')).toContainText('Nothing was sent');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);

    await panicButton(page).focus();
    await page.keyboard.down('Space');
    await page.getByRole('button', { name: 'Send now' }).click();
    await callout(page);
    await onlyCalloutOf(sandbox, mobile);
  });

  for (const moment of ['hold', 'grace'] as const) {
    test(`scripts that arrive during the ${moment} go on with the same press`, async ({
      person,
      sandbox,
    }) => {
      const { page, mobile } = person;
      const release = await holdBackScripts(page);
      await openPanic(page);
      await page.context().setGeolocation(POSITION);
      await panicButton(page).hover();
      await page.mouse.down();
      await expect(page.getByRole('main').getByRole('status')).toContainText('Keep holding');
      if (moment === 'hold') release();
      await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
      await page.mouse.up();
      if (moment === 'grace') release();
      await callout(page);
      await onlyCalloutOf(sandbox, mobile);
    });
  }

  test('a page that breaks under the press opens anew, and the press goes out', async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    const release = await holdBackScripts(page);
    await openPanic(page);
    await page.context().setGeolocation(POSITION);
    await holdEarly(page);
    const isOpenedAnew = page.waitForRequest((request) => request.isNavigationRequest());
    // What an error screen does to the form when a script fails to load.
    await page.locator('#press-form').evaluate((form) => form.remove());
    await isOpenedAnew;
    release();
    // The server held it: it went out without the page, which leads to it or is there already.
    const way = page.getByRole('link', { name: /See where help is/ });
    await expect(way.or(page.getByRole('heading', { name: 'Help for you' }))).toBeVisible();
    const { trail } = await onlyCalloutOf(sandbox, mobile);
    expect(trail).toEqual([expect.objectContaining({ latitude: -26.1, longitude: 28.05 })]);
  });

  test('back from the callout the button is ready, and the press is not sent again', async ({
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    const release = await holdBackScripts(page);
    await openPanic(page);
    await page.context().setGeolocation(POSITION);
    await holdEarly(page);
    await callout(page);
    await onlyCalloutOf(sandbox, mobile);
    release();
    await page.goto('/panic');
    await expect(page.getByRole('main').getByRole('status')).toContainText('Press and hold');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('vigil.press'))).toBeNull();
    await expect(page).toHaveURL('/panic');
  });
});
