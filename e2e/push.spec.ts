import type { Page } from '@playwright/test';
import { startPushService } from '../lib/testing/push-service.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';

// Messages of the browser while the page is closed. No push service can be reached from a test: the browser's part of it
// is played by the page, and the service by one on this machine.

type Subscription = ReturnType<Awaited<ReturnType<typeof startPushService>>['subscribed']>['subscription'];

/** Gives a browser the permission that it has, or would give when it is asked, and what it would be subscribed to. */
async function playBrowser(
  page: Page,
  permission: NotificationPermission,
  subscription: Subscription,
): Promise<void> {
  await page.addInitScript(
    ([given, subscription]) => {
      const KEY = 'test.subscribed';
      const made = {
        toJSON: () => subscription,
        unsubscribe: async () => {
          localStorage.removeItem(KEY);
          return true;
        },
      };
      const isSubscribed = () => localStorage.getItem(KEY) !== null;
      Object.defineProperty(Notification, 'permission', {
        get: () => (given === 'denied' ? given : isSubscribed() ? 'granted' : 'default'),
      });
      Notification.requestPermission = async () => given;
      const manager = {
        getSubscription: async () => (isSubscribed() ? made : null),
        subscribe: async () => {
          localStorage.setItem(KEY, 'yes');
          return made;
        },
      };
      Object.defineProperty(ServiceWorkerRegistration.prototype, 'pushManager', { get: () => manager });
    },
    [permission, subscription] as const,
  );
}

const on = (page: Page) => page.getByRole('button', { name: 'Turn messages on' });
const off = (page: Page) => page.getByRole('button', { name: 'Turn messages off' });
const said = (page: Page) => page.locator('#messages').getByRole('status');

test('turned on, a phone shows stages and messages; turned off, nothing more', async ({
  person: { page, mobile },
  sandbox,
}) => {
  const service = await startPushService();
  try {
    const browser = service.subscribed();
    await playBrowser(page, 'granted', browser.subscription);
    await page.goto('/panic');
    const ready = page.locator('details[data-ready]');
    await ready.locator('summary').click();
    await ready.getByRole('link', { name: 'Turn messages on' }).click();
    await expect(page).toHaveURL(/\/profile#messages$/);
    await expect(page.locator('#messages')).toContainText('Help is on the way');
    await expect(said(page)).toHaveText('Messages are off for this device.');
    await on(page).click();
    await expect(said(page)).toHaveText('Messages are on for this device.');
    await expectAccessible(page, 'messages turned on');
    await page.reload();
    await expect(said(page)).toHaveText('Messages are on for this device.');

    await page.goto('/panic');
    await ready.locator('summary').click();
    await expect(ready).toContainText('Messages are on for this phone');
    await sendPress(page);
    await page.waitForURL(/\/callouts\/\d+$/);
    const { id } = await sandbox.calloutOf(mobile);
    await page.goto('/profile');
    const titles = () => service.received.map((push) => JSON.stringify(browser.open(push)));
    await sandbox.say(id, 'Where are you?');
    await expect
      .poll(titles, { timeout: 30_000 })
      .toContainEqual(expect.stringContaining('You have a new message'));
    expect(titles().join()).not.toContain('Where are you');

    await off(page).click();
    await expect(said(page)).toHaveText('Messages are off for this device.');
    const before = service.received.length;
    await page.goto(`/callouts/${id}`);
    await sandbox.say(id, 'Are you there?');
    await expect(page.getByText('Are you there?').first()).toBeVisible();
    expect(service.received).toHaveLength(before);
  } finally {
    service.close();
  }
});

test('a browser that does not allow it says what to do, and the page works as before', async ({
  person: { page },
}) => {
  const subscription = { endpoint: 'https://push.example.com/1', keys: { p256dh: '', auth: '' } };
  await playBrowser(page, 'denied', subscription);
  await page.goto('/profile');
  await expect(said(page)).toHaveText('Your browser does not allow messages from this site.');
  await expect(page.locator('#messages')).toContainText('Allow notifications.');
  await expect(on(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save address' })).toBeEnabled();
});

test('the menu of the app on a home screen leads to practice and to the profile', async ({ request }) => {
  const menu = async (language: string) => {
    const headers = { 'accept-language': language };
    return (await (await request.get('/manifest.webmanifest', { headers })).json()).shortcuts;
  };
  expect(await menu('en')).toEqual([
    { name: 'Practice', url: '/practice' },
    { name: 'Profile', url: '/profile' },
  ]);
  expect((await menu('af'))[1]).toEqual({ name: 'Profiel', url: '/profile' });
});
