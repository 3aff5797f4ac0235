import type { Page } from '@playwright/test';
import { patience } from '../lib/testing/patience.ts';
import { boardRow, needRow, press } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';
import { expectAccessible, expectReadableAtDoubleSize } from './support/looks.ts';
import { invited, join } from './support/operators.ts';
import { photograph } from './support/photograph.ts';

// A stack with few presses, so that the board's first page has this test's.
test.use({ stackName: 'redirecting' });
test.describe.configure({ timeout: patience(240_000) });

test('what needs attention is acknowledged by the keyboard, everybody sees who has it, and the strip leads to it', async ({
  browser,
  operator,
  person,
}) => {
  const other = await (
    await browser.newContext({ storageState: await operator.context().storageState() })
  ).newPage();
  await other.goto('/admin/callouts');
  const id = await press(person.page, 'real');
  const need = needRow(operator, id).filter({ hasText: 'New' });
  await expect(need).toBeVisible();
  await expect(operator).toHaveTitle(/^\(\d+\) Callouts/);
  await expect(needRow(other, id)).toBeVisible();
  // On any other page the strip has the same count, and two keys lead to the newest alarm.
  await other.goto('/admin/reports');
  const strip = other.getByRole('region', { name: 'Alarms' });
  await expect(strip).toContainText(/\d+ New/);
  await expect(other).toHaveTitle(/^\(\d+\) Reports/);
  await other.keyboard.press('g');
  await other.keyboard.press('n');
  await expect(other).toHaveURL(`/admin/callouts/${id}`);
  const needs = other.getByRole('region', { name: 'Needs attention' });
  await expect(needs.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
  await expect(operator.getByText('Escalation is off: no SMS, no e-mail.')).toBeVisible();

  // No clicks: shortcuts move the focus to the row.
  const link = need.getByRole('link').first();
  await expect(async () => {
    await operator.keyboard.press('j');
    await expect(link).toBeFocused({ timeout: 100 });
  }).toPass();
  await operator.keyboard.press('a');
  await expect(need).toContainText('Acknowledged by you, ');
  await expect(needs).toContainText(/Acknowledged by (you|\S+), /);
  // The row has moved, and with it the focus may be lost.
  await link.focus();
  await operator.keyboard.press('m');
  await expect(operator).toHaveURL(`/admin/callouts/${id}#messages`);
  await expect(operator.locator('#messages textarea')).toBeFocused();
  await operator.getByRole('button', { name: 'Can you talk?' }).click();
  await expect(operator.locator('#messages textarea')).toHaveValue('Can you talk?');
  await operator.goto('/admin/callouts');
  await expect(boardRow(operator, id)).toBeVisible();
  await other.keyboard.press('w');
  await expect(other.locator('#note textarea')).toBeFocused();
  await other.goto('/admin/reports');
  await expect(async () => {
    await other.keyboard.press('?');
    await expect(other.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await other.goto('/admin');
  await expect(other).toHaveURL('/admin/callouts');
  for (const board of [operator, other]) await expect(boardRow(board, id)).toContainText('Acknowledged by ');

  await operator.keyboard.press('/');
  await operator.keyboard.type('ajk?');
  await expect(operator.getByRole('searchbox')).toHaveValue('ajk?');
  // Any click lets the browser sound.
  await operator.getByRole('searchbox').click();
  await expect(operator.getByText('Sound is on')).toBeVisible();
  await operator.getByRole('button', { name: 'Turn sound off' }).click();
  await operator.reload();
  await expect(operator.getByText('Sound is off: turn it on')).toBeVisible();
  await photograph(operator, 'board', 'desktop');
  await other.context().close();
});

test('an alarm that is assigned to another rings until they acknowledge it, and they can give it back', async ({
  browser,
  operator,
  person,
}) => {
  const { page: other } = await invited(operator, browser, 'operator');
  await join(other, 'Naledi Assigned');
  const id = await press(person.page, 'real');
  await operator.goto('/admin/callouts');
  const need = needRow(operator, id);
  await need.getByRole('button', { name: 'Assign' }).click();
  await expect(operator.getByRole('dialog').getByRole('button', { name: / \(you\)$/ })).toBeVisible();
  await expectAccessible(operator, 'asked to whom an alarm is assigned');
  await operator.getByRole('dialog').getByRole('button', { name: 'Naledi Assigned' }).click();
  await expect(need).toContainText('Assigned to Naledi Assigned by ');

  await other.getByRole('button', { name: 'Mine (1)' }).click();
  await expect(needRow(other, id)).toContainText('Assigned to you by ');
  await expect(need.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
  await needRow(other, id).getByRole('button', { name: 'Acknowledge' }).click();
  await expect(need).toContainText('Acknowledged by Naledi Assigned');
  await needRow(other, id).getByRole('button', { name: 'Release' }).click();
  await expect(needRow(other, id)).toHaveCount(0);
  await expect(need).toContainText('Naledi Assigned released it');
  await expect(need.getByRole('button', { name: 'Acknowledge' })).toBeVisible();
  await operator.goto(`/admin/callouts/${id}`);
  await expect(operator.getByRole('main')).toContainText('to operator Naledi Assigned by operator');

  // The customer's page has the callout.
  await operator.goto(`/admin/customers?${new URLSearchParams({ search: person.mobile })}`);
  await operator.getByRole('main').getByRole('row').getByRole('link').first().click();
  const callouts = operator.getByRole('table', { name: 'Callouts, newest first' });
  await expect(callouts.getByRole('link', { name: `${id}`, exact: true })).toBeVisible();
  await other.context().close();
});

test('a callout is found by its person without a script, and TEST callouts are marked and can be hidden', async ({
  browser,
  operator,
  person,
  stack,
}) => {
  const id = await press(person.page, 'test');
  const storageState = await operator.context().storageState();
  const context = await browser.newContext({ baseURL: stack.url, storageState, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/admin/callouts');
  await page.getByLabel('Search').fill(`0${person.mobile.slice(3)}`);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]search=0\d+.*#callouts$/);
  await expect(boardRow(page, id)).toContainText('TEST');
  await expect(boardRow(page, id)).toContainText(`${person.name} ${person.surname}`);
  await page.getByLabel('TEST callouts').selectOption({ label: 'Hidden' });
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('heading', { name: 'No callouts' })).toBeVisible();
  await page.goto(`/admin/callouts?search=${id}&stage=none`);
  await expect(page.getByLabel('Stage')).toHaveAccessibleDescription('There is no such stage');
  await context.close();

  await operator.goto(`/admin/callouts?search=${id}&stage=none`);
  await expectAccessible(operator, 'a search that is refused');
  // What of it is no personal data can be saved.
  await operator.goto('/admin/callouts?search=nobody+at+all&kind=real');
  await operator.getByLabel('Save this filter as').fill('Without tests');
  await operator.getByRole('button', { name: 'Save filter' }).click();
  const saved = operator.getByRole('list', { name: 'Saved filters' });
  await expect(saved.getByRole('link', { name: 'Without tests' })).toHaveAttribute(
    'href',
    '/admin/callouts?kind=real#callouts',
  );
  await operator.reload();
  await saved.getByRole('link', { name: 'Without tests' }).click();
  await expect(operator).toHaveURL(/\/admin\/callouts\?kind=real#callouts$/);
  await operator.goto('/admin/callouts?search=nobody+at+all&kind=real');
  await expect(operator.getByRole('link', { name: 'Show TEST callouts' })).toBeVisible();
  await expectReadableAtDoubleSize(operator, 'nobody found');
  await operator.setViewportSize({ width: 1_280, height: 720 });
  await operator.getByRole('button', { name: /^Shortcuts/ }).click();
  await expectAccessible(operator, 'shortcuts');
});

/** Counts the tones that the page plays. */
async function countTones(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { tones: 0 });
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...when) {
      Object.assign(window, { tones: Reflect.get(window, 'tones') + 1 });
      start.apply(this, when);
    };
  });
  return () => page.evaluate(() => Number(Reflect.get(window, 'tones')));
}

/** From here on rendering anything with these parts throws, until the page is reloaded or `mend` is called. */
async function breakRendering(page: Page, ...parts: string[]): Promise<() => Promise<void>> {
  await page.evaluate((keys) => {
    const map = Array.prototype.map;
    Object.assign(window, { mend: () => Object.assign(Array.prototype, { map }) });
    Object.defineProperty(Array.prototype, 'map', {
      configurable: true,
      writable: true,
      value(...args: Parameters<typeof map>) {
        const first: unknown = this[0];
        if (typeof first === 'object' && first && keys.every((key) => key in first))
          throw new Error('on purpose');
        return map.apply(this, args);
      },
    });
  }, parts);
  return () => page.evaluate(() => void Reflect.get(window, 'mend')());
}

for (const [what, part] of [
  ['the list of callouts', 'calloutId'],
  ['the queue', 'needs'],
] as const) {
  test(`a board whose ${what.slice(4)} throws rings, says so in the title, and comes back by itself`, async ({
    operator,
    person,
  }) => {
    const id = await press(person.page, 'real');
    const tones = await countTones(operator);
    await operator.goto('/admin/callouts');
    // Any click lets the browser sound.
    await operator.getByRole('searchbox').click();
    await expect(operator.getByText('Sound is on')).toBeVisible();
    await expect(boardRow(operator, id)).toBeVisible();
    await breakRendering(operator, part);
    await expect(operator.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
    await expect(operator).toHaveTitle(/^\(\?\) /);
    const before = await tones();
    await expect.poll(tones).toBeGreaterThan(before);
    await expect(boardRow(operator, id)).toBeVisible();
  });
}

test('a strip that throws takes nothing off its page, rings, says so in the title, and comes back by itself', async ({
  operator,
  person,
}) => {
  await press(person.page, 'real');
  const tones = await countTones(operator);
  await operator.goto('/admin/reports');
  const strip = operator.getByRole('region', { name: 'Alarms' });
  await expect(strip).toContainText(/\d+ New/);
  // Any click lets a browser play.
  await operator.getByRole('heading', { name: 'Reports', level: 1 }).click();
  await expect(strip.getByRole('button', { name: 'Turn sound off' })).toBeVisible();
  const mend = await breakRendering(operator, 'severity', 'count');
  await expect(strip).toContainText('We do not know whether anything needs attention.');
  await expect(operator).toHaveTitle(/^\(\?\) Reports/);
  await expect(operator.getByRole('heading', { name: 'Reports', level: 1 })).toBeVisible();
  const before = await tones();
  await expect.poll(tones).toBeGreaterThan(before);
  await mend();
  await expect(strip).toContainText(/\d+ New/);
  await expect(operator).toHaveTitle(/^\(\d+\) Reports/);
});

for (const [what, script] of [
  ['has no sound', 'delete window.AudioContext'],
  [
    'refuses to open sound',
    'window.AudioContext = class { constructor() { throw new DOMException("no", "NotSupportedError"); } }',
  ],
  ['refuses to play', 'OscillatorNode.prototype.start = () => { throw new TypeError("no"); }'],
] as const) {
  test(`a browser that ${what} keeps the board, the strip and the count, and says that it is silent`, async ({
    operator,
    person,
  }) => {
    const id = await press(person.page, 'real');
    await operator.addInitScript(script);
    await operator.goto('/admin/callouts');
    // Any click lets a browser play.
    await operator.getByRole('heading', { name: /^Needs attention/ }).click();
    await expect(operator.getByText('This browser plays no sound')).toBeVisible();
    await expect(needRow(operator, id)).toBeVisible();
    await expect(operator).toHaveTitle(/^\(\d+\) Callouts/);
    await operator.goto('/admin/reports');
    await operator.getByRole('heading', { name: 'Reports', level: 1 }).click();
    await expect(operator.getByRole('region', { name: 'Alarms' })).toContainText(
      'This browser plays no sound',
    );
    await expect(operator).toHaveTitle(/^\(\d+\) Reports/);
  });
}
