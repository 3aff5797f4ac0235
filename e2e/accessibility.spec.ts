import { patience } from '../lib/testing/patience.ts';
import { boardRow } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';
import { panicButton, sendPress, startPress } from './support/gestures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { askForCode, confirm } from './support/registration.ts';
import { STEPS } from './support/sandbox-control.ts';

test.describe.configure({ timeout: patience(120_000) });

const STILL_PAGES = [
  { name: 'landing', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'operator sign-in', path: '/admin/sign-in' },
  { name: 'privacy', path: '/privacy' },
  { name: 'help', path: '/help' },
  { name: 'not found', path: '/no-such-page' },
  { name: "somebody else's callout", path: '/callouts/1' },
];

for (const { name, path } of STILL_PAGES) {
  test(`page: ${name}`, async ({ page }) => {
    await page.goto(path);
    await expectAccessible(page, name);
    await expectReadableAtDoubleSize(page, name);
  });
}

test('register: empty, refused, code, wrong code', async ({ page, visitor }) => {
  await page.goto('/register');
  await expect(page.getByLabel('Subscription')).toBeVisible();
  await expectAccessible(page, 'empty');
  await expectReadableAtDoubleSize(page, 'empty');
  await page.getByRole('button', { name: 'Register' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'refused');
  await expectReadableAtDoubleSize(page, 'refused');
  await askForCode(page, visitor);
  await expectAccessible(page, 'code');
  await expectReadableAtDoubleSize(page, 'code');
  await confirm(page, '1');
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'wrong code');
});

test('panic: ready, let go early', async ({ person: { page } }) => {
  await expectAccessible(page, 'ready');
  await expectReadableAtDoubleSize(page, 'ready');
  await panicButton(page).hover();
  await page.mouse.down();
  await page.mouse.up();
  await expectAccessible(page, 'let go early');
});

test('callout: open and closed', async ({ person: { page, mobile }, sandbox }) => {
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  await expect(page.frameLocator('iframe').getByRole('status')).toBeVisible();
  await expectAccessible(page, 'open');
  await expectReadableAtDoubleSize(page, 'open');
  const { id } = await sandbox.calloutOf(mobile);
  for (const step of STEPS) await sandbox.step(id, step);
  await expect(page.getByRole('main').getByRole('status')).toContainText('This has ended');
  await expectAccessible(page, 'closed');
});

test('operator: board and callout', async ({ operator, person: { page, mobile }, sandbox }) => {
  await sendPress(page);
  const { id } = await sandbox.calloutOf(mobile);
  await expect(boardRow(operator, id)).toBeVisible();
  await expectAccessible(operator, 'board');
  await expectReadableAtDoubleSize(operator, 'board');
  await expect(page.getByText('Your location is being sent')).toHaveCount(1);
  await operator.goto(`/admin/callouts/${id}`);
  await operator.getByText(/^The (only position|last \d+ positions)$/).click();
  await expectAccessible(operator, 'callout');
  await expectReadableAtDoubleSize(operator, 'callout');
  await operator.goto('/admin/callouts?after=1_1');
  await expect(operator.getByRole('heading', { name: 'No callouts' })).toBeVisible();
  await expectAccessible(operator, 'empty board');
  await operator.goto('/admin/callouts/1');
  await expect(operator.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await expectAccessible(operator, 'no such callout');
});

test.describe('a press without a position', () => {
  test.use({ permissions: [] });

  test('recorded, to the person and to the operator', async ({ operator, person: { page, mobile } }) => {
    await sendPress(page);
    await expect(page.getByRole('main').getByRole('status')).toContainText('Not sent yet');
    await expectAccessible(page, 'recorded');
    await expectReadableAtDoubleSize(page, 'recorded');
    await expect(operator.getByRole('row').filter({ hasText: mobile })).toBeVisible();
    await expectAccessible(operator, 'board with an undelivered press');
    await expectReadableAtDoubleSize(operator, 'board with an undelivered press');
  });
});

test('operator sign-in: refused', async ({ page }) => {
  await page.goto('/admin/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'refused');
});

test('panic: asking about a press that was made a while ago without a connection', async ({
  person: { page },
}) => {
  await page.clock.install();
  await page.goto('/panic');
  await page.context().setOffline(true);
  await startPress(page);
  await page.getByRole('button', { name: 'Send now' }).click();
  await page.clock.runFor(6_000);
  await page.clock.fastForward(130_000);
  await page.context().setOffline(false);
  await page.clock.runFor(5_000);
  await expect(page.getByRole('main').getByRole('status')).toContainText('Do you need help now?');
  await expectAccessible(page, 'asking');
  await expectReadableAtDoubleSize(page, 'asking');
  await page.getByRole('button', { name: 'Cancel' }).click();
});

test.describe('the sandbox', () => {
  // Pages of this stack refresh while others use it; here nobody does.
  test.use({ stackName: 'redirecting' });

  test('portal, simulator, messages, tracking', async ({ person, sandbox, stack }) => {
    await sendPress(person.page);
    const { id } = await sandbox.calloutOf(person.mobile);
    // The redirect to AURA's page is still pending and would navigate this page away.
    const page = await person.page.context().newPage();
    for (const path of ['/', '/simulator', `/simulator?calloutId=${id}`, '/sms', '/behaviour', '/track']) {
      await page.goto(`${stack.sandboxUrl}${path}`);
      await expectAccessible(page, `sandbox ${path}`);
    }
  });
});
