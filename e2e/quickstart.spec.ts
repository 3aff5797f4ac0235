import type { Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { boardRow } from './support/board.ts';
import { complaintsOf } from './support/complaints.ts';
import { expect, test } from './support/fixtures.ts';
import { holdPanic, holdPanicByKey, panicButton, tabTo } from './support/gestures.ts';
import { photograph } from './support/photograph.ts';
import { openSimulator, SIMULATOR_STEPS } from './support/simulator.ts';
import { asTyped } from './support/visitors.ts';

// The five steps of AURA's quickstart, seen by person, responder and operator.

const LIVE = { timeout: patience(5_000) };

test.describe.configure({ timeout: patience(180_000) });

test('a press is followed by person and operator to its close', async ({
  page,
  context,
  operator,
  sandbox,
  stack,
  visitor,
}) => {
  const complaints = complaintsOf(page, operator);

  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: 'Register' }).click();
  await page.getByLabel('Name', { exact: true }).fill(visitor.name);
  await page.getByLabel('Surname').fill(visitor.surname);
  await page.getByLabel('Mobile number').fill(asTyped(visitor.mobile));
  await page.getByLabel('Subscription').selectOption({ label: 'Web signup family' });
  await page.getByRole('button', { name: 'Register' }).click();
  await page.getByLabel('Code').fill(await sandbox.codeFor(visitor.mobile));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.waitForURL('/panic');

  await photograph(page, 'panic-phone', 'phone');
  await holdPanic(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const calloutId = calloutIn(page);
  const hosted = page.frameLocator('iframe[title="Live tracking"]');
  await expect(hosted.getByRole('heading', { name: 'Responder tracking' })).toBeVisible();
  await expect(hosted.getByRole('status')).toHaveText('created');
  await expect(stageOn(page)).toContainText('Alarm sent.');

  await boardRow(operator, calloutId).getByRole('link').click();
  await operator.waitForURL(`/admin/callouts/${calloutId}`);
  await expect(operator.getByText(`${visitor.name} ${visitor.surname}`)).toBeVisible();
  await expect(operator.getByRole('link', { name: visitor.mobile })).toBeVisible();
  await expect(operator.getByText('-26.10000, 28.05000').first()).toBeVisible();
  await expect(stageOn(operator)).toContainText('Raised');

  const simulator = await context.newPage();
  await openSimulator(simulator, stack.sandboxUrl, calloutId);
  for (const { button, stage, sentence } of SIMULATOR_STEPS) {
    await simulator.getByRole('button', { name: button }).click();
    await Promise.all([
      expect(stageOn(page)).toContainText(sentence, LIVE),
      expect(stageOn(operator)).toContainText(stage, LIVE),
    ]);
    if (stage !== 'Arrived') continue;
    await photograph(page, 'callout', 'desktop');
    await photograph(page, 'callout-phone', 'phone');
    await photograph(operator, 'operator', 'desktop');
  }
  await expect(hosted.getByRole('status')).toHaveText('Sandbox: Callout Closed');
  await expect(page.getByRole('link', { name: 'Back to the button' })).toBeVisible();
  await operator.getByRole('link', { name: 'All callouts' }).click();
  await expect(boardRow(operator, calloutId)).toContainText('Closed');
  expect(complaints).toEqual([]);
});

test('a new callout appears on an open board by itself', async ({ operator, person }) => {
  await holdPanic(person.page);
  await person.page.waitForURL(/\/callouts\/\d+$/);
  const row = boardRow(operator, calloutIn(person.page));
  await expect(row).toContainText('Raised', LIVE);
  await expect(row).toContainText(`${person.name} ${person.surname}`);
});

test.describe('with TRACKING_MODE=redirect', () => {
  test.use({ stackName: 'redirecting' });

  test('a press leads to the hosted page itself, and our page follows to the close', async ({
    operator,
    person,
    sandbox,
    stack,
  }) => {
    const { page } = person;
    await holdPanic(page);
    await page.waitForURL(`${stack.sandboxUrl}/track**`);
    await expect(page.getByRole('heading', { name: 'Responder tracking' })).toBeVisible();

    const { id } = await sandbox.calloutOf(person.mobile);
    await page.goto(`/callouts/${id}`);
    await expect(page.locator('iframe')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Open tracking' })).toBeVisible();
    await boardRow(operator, id).getByRole('link').click();

    const simulator = await page.context().newPage();
    await openSimulator(simulator, stack.sandboxUrl, `${id}`);
    for (const { button, stage, sentence } of SIMULATOR_STEPS) {
      await simulator.getByRole('button', { name: button }).click();
      await Promise.all([
        expect(stageOn(page)).toContainText(sentence, LIVE),
        expect(stageOn(operator)).toContainText(stage, LIVE),
      ]);
    }
  });
});

test('the whole journey needs no more than a keyboard', async ({
  page,
  browser,
  sandbox,
  stack,
  visitor,
}) => {
  await page.goto('/');
  await press(page, page.getByRole('main').getByRole('link', { name: 'Register' }));
  await type(page, page.getByLabel('Name', { exact: true }), visitor.name);
  await type(page, page.getByLabel('Surname'), visitor.surname);
  await type(page, page.getByLabel('Mobile number'), asTyped(visitor.mobile));
  await tabTo(page, page.getByLabel('Subscription'));
  await page.keyboard.press('ArrowDown');
  await press(page, page.getByRole('button', { name: 'Register' }));
  // Has the focus already.
  await expect(page.getByLabel('Code')).toBeFocused();
  await page.keyboard.type(await sandbox.codeFor(visitor.mobile));
  await page.keyboard.press('Enter');
  await page.waitForURL('/panic');
  await holdPanicByKey(page, 'Space');
  await page.waitForURL(/\/callouts\/\d+$/);
  await tabTo(page, page.getByRole('link', { name: 'Open tracking' }));

  const console = await (await browser.newContext()).newPage();
  await console.goto('/admin/sign-in');
  await type(console, console.getByLabel('Email'), stack.admin.email);
  await type(console, console.getByLabel('Password'), stack.admin.password);
  await console.keyboard.press('Enter');
  await press(console, console.getByRole('link', { name: 'Find a callout' }));
  await type(console, console.getByLabel('Search'), calloutIn(page));
  await console.keyboard.press('Enter');
  await console.waitForURL(/search=/);
  await press(console, boardRow(console, calloutIn(page)).getByRole('link'));
  await console.waitForURL(/\/admin\/callouts\/\d+$/);

  const simulator = await console.context().newPage();
  await openSimulator(simulator, stack.sandboxUrl, calloutIn(page));
  for (const { button, stage, sentence } of SIMULATOR_STEPS) {
    await press(simulator, simulator.getByRole('button', { name: button }));
    await Promise.all([
      expect(stageOn(page)).toContainText(sentence, LIVE),
      expect(stageOn(console)).toContainText(stage, LIVE),
    ]);
  }
  await press(page, page.getByRole('link', { name: 'Back to the button' }));
  await expect(panicButton(page)).toBeVisible();
  await console.context().close();
});

function calloutIn(page: Page): string {
  return page.url().split('/').at(-1) ?? '';
}

/** Our own status, which also explains the stage. */
function stageOn(page: Page) {
  return page.getByRole('main').getByRole('status');
}

type Target = ReturnType<Page['getByRole']>;

async function press(page: Page, target: Target): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

async function type(page: Page, target: Target, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
