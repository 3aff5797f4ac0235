import { patience } from '../lib/testing/patience.ts';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress } from './support/gestures.ts';
import { expectAccessible } from './support/looks.ts';
import { expectStage } from './support/press-journeys.ts';
import { askForCode, confirm } from './support/registration.ts';

// AURA fails for the whole stack, so these run serially on their own.
test.describe.configure({ mode: 'default', timeout: patience(120_000) });
test.use({ stackName: 'troubled' });

const ROUND_THE_CORNER = { latitude: -26.1005, longitude: 28.0505, accuracy: 9 };

// First, as the probe of the hosted page is cached for minutes.
test('a tracking page that begins to refuse frames gives way to its link within seconds', async ({
  person,
  sandbox,
}) => {
  const { page } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  // A check that took too long frames nothing yet.
  await expect(async () => {
    await page.reload();
    await expect(page.locator('iframe')).toBeVisible({ timeout: patience(5_000) });
  }).toPass();
  await sandbox.flip({ trackingFrame: 'refused' });
  // The page is answered by what was found before, so it frames once more.
  await page.reload();
  await expect(page.getByText('It opens in a new tab; this page stays.')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open tracking' })).toBeVisible();
});

test('a tracking page that refuses frames is opened by its link, while our page goes on', async ({
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await sandbox.flip({ trackingFrame: 'refused' });
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Open tracking' }).click();
  await expect((await opened).getByRole('status')).toBeVisible();
  await expect(page.locator('iframe')).toHaveCount(0);

  await page.bringToFront();
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.step(id, 'own');
  await expectStage(page, 'The control room is helping.');
  await page.context().setGeolocation(ROUND_THE_CORNER);
  const newestAtAura = async () => (await sandbox.calloutOf(mobile)).trail.at(-1);
  await expect.poll(newestAtAura, { timeout: patience(30_000) }).toMatchObject(ROUND_THE_CORNER);
});

const DOWN = [
  { how: 'answers 503', fault: { effect: 'status', status: 503 } },
  { how: 'cannot be reached', fault: { effect: 'reset_before' } },
] as const;

for (const { how, fault } of DOWN) {
  test(`registering goes on without a new code after AURA ${how}`, async ({ page, sandbox, visitor }) => {
    await askForCode(page, visitor);
    await sandbox.fail(fault);
    await confirm(page, await sandbox.codeFor(visitor.mobile));
    await expect(page.getByRole('main').getByRole('alert')).toContainText('AURA is not answering');
    await expectAccessible(page, 'to be tried again');
    await sandbox.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(panicButton(page)).toBeVisible();
    expect(await sandbox.customersOf(visitor.mobile)).toHaveLength(1);
  });

  test(`a press is recorded while AURA ${how}, and delivered by itself later`, async ({
    operator,
    person,
    sandbox,
  }) => {
    const { page, mobile } = person;
    await sandbox.fail(fault);
    await sendPress(page);
    await expect(page.getByRole('main').getByRole('status')).toContainText('Not sent yet');
    await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
    const row = operator.getByRole('row').filter({ hasText: mobile });
    await expect(row).toContainText('Not sent');
    await expect(row).toContainText('AURA does not answer');
    expect(await sandbox.calloutsOf(mobile)).toEqual([]);

    await sandbox.clearFaults();
    await page.waitForURL(/\/callouts\/\d+$/);
    await expect(row.filter({ hasText: 'Not sent' })).toHaveCount(0);
    expect(await sandbox.calloutsOf(mobile)).toHaveLength(1);
  });
}

test('an answer that was lost is not registered or claimed twice', async ({ page, sandbox, visitor }) => {
  await askForCode(page, visitor);
  await sandbox.fail({ operation: 'createCustomer', effect: 'reset_after' });
  await confirm(page, await sandbox.codeFor(visitor.mobile));
  await expect(page.getByRole('main').getByRole('alert')).toContainText('AURA is not answering');
  await sandbox.clearFaults();
  // Its outcome is unknown until AURA's event arrives: between two repeats, and then only a code opens a session, or while
  // one is waiting, which then goes on.
  const isReady = page.getByRole('main').getByRole('alert').filter({ hasText: 'Your account is ready' });
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' });
    if (await again.isVisible()) await again.click({ timeout: 1_000 });
    await expect(isReady.or(panicButton(page))).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await sandbox.customersOf(visitor.mobile)).toHaveLength(1);
  if (await panicButton(page).isVisible()) return;
  await page.getByRole('main').locator('form').getByRole('link', { name: 'Sign in' }).click();
  await page.waitForURL('/sign-in');
});

test('a press that AURA refuses says that nobody comes', async ({ operator, person, sandbox }) => {
  const { page, mobile } = person;
  await sandbox.fail({ operation: 'createCallout', effect: 'status', status: 403 });
  await sendPress(page);
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Nobody will come. Call now.');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('no active subscription');
  await expect(page.getByRole('link', { name: 'Call 112' })).toBeVisible();
  await expect(operator.getByRole('row').filter({ hasText: mobile })).toContainText('no active subscription');
  await expectAccessible(page, 'refused press');

  // A link when the press was sent before hydration, a button after.
  await page.getByRole('main').getByText('Back to the button').click();
  await expect(panicButton(page)).toBeVisible();
});

test('a press taken back after a lost answer is cancelled at AURA before anybody calls it withdrawn', async ({
  operator,
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await sandbox.fail({ operation: 'createCallout', effect: 'reset_after' });
  await sandbox.fail({ operation: 'listActiveCallouts', effect: 'status', status: 503 });
  await sendPress(page);
  const status = page.getByRole('main').getByRole('status');
  await expect(status).toContainText('Not sent yet. We keep trying.');
  await page.getByRole('button', { name: 'Cancel this alarm' }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(status).toContainText('asking if the control room has it');
  await expect(operator.getByRole('row').filter({ hasText: mobile })).toContainText(
    'Cancelled by the person; asking AURA',
  );
  await expectAccessible(page, 'asked first');
  expect((await sandbox.calloutOf(mobile)).status).not.toMatch(/cancel/i);

  await sandbox.clearFaults();
  await expect(status).toContainText('Cancelled. Nobody will come.', {
    timeout: patience(60_000),
  });
  expect((await sandbox.calloutOf(mobile)).status).toMatch(/cancel/i);
});

test('a callout says when AURA falls silent, and goes on when it is back', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.fail({ effect: 'status', status: 503 });
  await sandbox.step(id, 'own');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('No news from the control room', {
    timeout: patience(30_000),
  });
  await expectStage(page, 'Alarm sent.');
  await expectAccessible(page, 'silent');

  await sandbox.clearFaults();
  await expectStage(page, 'The control room is helping.');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});
