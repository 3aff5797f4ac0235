import type { Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { POSITION, sendPress } from './support/gestures.ts';
import { STEPS } from './support/sandbox-control.ts';

// The person's live position: from the device to AURA and to operators.

test.describe.configure({ timeout: patience(120_000) });

/** Near enough to be plausible. */
const ELSEWHERE = { latitude: -26.1005, longitude: 28.0505, accuracy: 9 };

function own(page: Page) {
  return cardWith(page, 'Your location');
}

/** What a person sees when the position does not go out. */
function trouble(page: Page) {
  return page.getByRole('region', { name: 'Location problem' });
}

/** Also while it is folded away. */
function cardWith(page: Page, title: string) {
  const heading = page.getByRole('heading', { name: title, exact: true, includeHidden: true });
  return page.locator('section').filter({ has: heading });
}

test('the page sends the position, AURA gets it, and operators see the way', async ({
  operator,
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  const { id } = await sandbox.calloutOf(mobile);
  await page.context().setGeolocation(ELSEWHERE);
  const newestAtAura = async () => (await sandbox.calloutOf(mobile)).trail.at(-1);
  await expect.poll(newestAtAura, { timeout: patience(30_000) }).toMatchObject(ELSEWHERE);

  await operator.goto(`/admin/callouts/${id}`);
  const watched = cardWith(operator, 'Live position');
  await expect(watched.getByText('Live', { exact: true })).toBeVisible();
  await expect(watched).toContainText('-26.10050, 28.05050');
  await watched.getByText(/The last \d+ positions/).click();
  await expect(watched.getByRole('row').filter({ hasText: '-26.10000, 28.05000' }).first()).toBeVisible();
  await expect(own(page)).toContainText('Control room saw your location from');
});

test('in a browser that gives the position once, and then calls it a question, it is sent without a tap', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.addInitScript(() => {
    const asks = Object.assign(new EventTarget(), { name: 'geolocation', state: 'prompt', onchange: null });
    navigator.permissions.query = async () => asks as PermissionStatus;
  });
  await page.goto('/panic');
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  await page.context().setGeolocation(ELSEWHERE);
  const newestAtAura = async () => (await sandbox.calloutOf(mobile)).trail.at(-1);
  await expect.poll(newestAtAura, { timeout: patience(30_000) }).toMatchObject(ELSEWHERE);
});

test('both sides see a pause: out of sight, back, without permission, and away', async ({
  operator,
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  const { id } = await sandbox.calloutOf(mobile);
  await operator.goto(`/admin/callouts/${id}`);
  const watched = cardWith(operator, 'Live position');

  await becomes(page, 'hidden');
  await expect(watched).toContainText('Position paused, last');
  await expect(watched).toContainText('not in front');
  await page.context().setGeolocation(POSITION);
  await becomes(page, 'visible');
  await expect(watched.getByText('Live', { exact: true })).toBeVisible();

  await page.context().clearPermissions();
  await expect(trouble(page)).toContainText('Last location sent');
  await expect(trouble(page)).toContainText('Allow location for this site');
  await expect(watched).toContainText('may not read the position');

  await page.context().grantPermissions(['geolocation']);
  await page.context().setGeolocation({ ...POSITION, accuracy: 11 });
  await expect(watched.getByText('Live', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Profile' }).click();
  await expect(watched).toContainText('closed the page or left it');
});

test('nothing is sent any more when the callout is closed', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/location')) sent += 1;
  });
  await page.clock.install();
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  const { id } = await sandbox.calloutOf(mobile);
  for (const step of STEPS) await sandbox.step(id, step);
  await expect(page.getByRole('main').getByRole('status')).toContainText('This has ended');
  await expect(own(page)).toHaveCount(0);
  const before = sent;
  await page.context().setGeolocation(ELSEWHERE);
  // All position callbacks of the page have run when this one does.
  await page.evaluate(() => new Promise((resolve) => navigator.geolocation.getCurrentPosition(resolve)));
  // Longer than any interval between two positions.
  await page.clock.runFor(30_000);
  expect(sent).toBe(before);
});

test('the screen stays on while the position goes out, and AURA’s page sees nothing of it', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await page.addInitScript(countWakeLocks);
  await page.reload();
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  const held = () => page.evaluate(() => document.documentElement.dataset.screenLocks);
  await expect.poll(held).toBe('1');
  // Wake locks end when the page is hidden, and must be requested again.
  await becomes(page, 'hidden');
  await page.evaluate(() => dispatchEvent(new Event('screen-lock-lost')));
  await expect.poll(held).toBe('0');
  await becomes(page, 'visible');
  await expect.poll(held).toBe('1');

  const frame = page.locator('iframe[title="Live tracking"]');
  await expect(frame).toHaveAttribute('referrerpolicy', 'no-referrer');
  await expect(frame).not.toHaveAttribute('allow');
  await expect(frame).toHaveAttribute('sandbox', /allow-scripts/);
  await expect(frame).not.toHaveAttribute('sandbox', /allow-top-navigation/);

  const { id } = await sandbox.calloutOf(mobile);
  for (const step of STEPS) await sandbox.step(id, step);
  await expect(page.getByRole('main').getByRole('status')).toContainText('This has ended');
  await expect.poll(held).toBe('0');
});

test('AURA’s page gives way to its link when it does not let itself be framed any more', async ({
  person,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const frame = page.locator('iframe[title="Live tracking"]');
  await expect(page.frameLocator('iframe').getByRole('status')).toBeVisible();
  // Stubs the server's probe of AURA's page (open-tracking.test.ts).
  await page.route('**/api/callouts/*/tracking', (route) => route.fulfill({ json: { as: 'link' } }));
  await frame.evaluate((element: HTMLIFrameElement) => element.setAttribute('src', element.src));
  await expect(frame).toHaveCount(0);
  await expect(page.getByText('It opens in a new tab; this page stays.')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Open tracking/ })).toBeVisible();
});

/** Stubs wake locks and shows the number held. */
function countWakeLocks(): void {
  let held = 0;
  const count = (more: number) => {
    held += more;
    document.documentElement.dataset.screenLocks = String(held);
  };
  const request = async () => {
    const lock = { released: false, release: async () => lose() };
    const lose = () => {
      if (!lock.released) count(-1);
      lock.released = true;
    };
    addEventListener('screen-lock-lost', lose);
    count(1);
    return lock;
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request } });
}

test('positions that find no connection are kept, and sent when it is back', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(own(page)).toContainText('Your location is being sent');
  await page.context().setOffline(true);
  await page.context().setGeolocation(ELSEWHERE);
  await expect(trouble(page)).toContainText('No internet. We keep your location');
  await page.context().setOffline(false);
  await expect(own(page)).toContainText('Your location is being sent');
  const newestAtAura = async () => (await sandbox.calloutOf(mobile)).trail.at(-1);
  await expect.poll(newestAtAura, { timeout: patience(30_000) }).toMatchObject(ELSEWHERE);
});

test('an operator who looks at the person’s page sends nothing', async ({ operator, person, sandbox }) => {
  await sendPress(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(person.mobile);
  await operator.context().grantPermissions(['geolocation']);
  await operator.goto(`/callouts/${id}`);
  await expect(operator.getByRole('main').getByRole('status')).toBeVisible();
  await expect(cardWith(operator, 'Your location')).toHaveCount(0);
});

test.describe('with AURA’s page in a tab of its own', () => {
  test.use({ stackName: 'redirecting' });

  test('ours goes on sending the position', async ({ person, sandbox, stack }) => {
    const { page, mobile } = person;
    await sendPress(page);
    await page.waitForURL(`${stack.sandboxUrl}/track**`);
    const { id } = await sandbox.calloutOf(mobile);
    await page.goto(`/callouts/${id}`);
    const [tracking] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open tracking' }).click(),
    ]);
    await expect(tracking.getByRole('heading', { name: 'Responder tracking' })).toBeVisible();
    await page.context().setGeolocation(ELSEWHERE);
    const newestAtAura = async () => (await sandbox.calloutOf(mobile)).trail.at(-1);
    await expect.poll(newestAtAura, { timeout: patience(60_000) }).toMatchObject(ELSEWHERE);
  });
});

/** Simulates leaving the tab and returning. */
async function becomes(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: now });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
