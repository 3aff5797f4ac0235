import { MISSED_SCRIPT } from '../scripts/checks/browser-baseline.ts';
import { expect, test } from './support/fixtures.ts';
import { holdPanic } from './support/gestures.ts';
import { callout, expectStage } from './support/press-journeys.ts';
import { askForCode, confirm } from './support/registration.ts';

// The oldest supported browser: its missing features are removed before any script runs.
const REMOVALS = MISSED_SCRIPT.flatMap(({ remove }) => (remove ? [`try { ${remove} } catch {}`] : []));

test('a phone that is not new registers, presses, follows, and hears the control room', async ({
  page,
  sandbox,
  visitor,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(REMOVALS.join('\n'));
  await askForCode(page, visitor);
  expect(await page.evaluate(() => /native code/.test(String(AbortSignal.any)))).toBe(false);
  await confirm(page, await sandbox.codeFor(visitor.mobile));
  await holdPanic(page);
  await callout(page);

  const { id } = await sandbox.calloutOf(visitor.mobile);
  await sandbox.step(id, 'own');
  await sandbox.step(id, 'dispatch');
  await expectStage(page, 'Help is on the way.');
  await sandbox.say(id, 'Where in the house?');
  const messages = page.getByRole('log', { name: /Messages/ });
  await expect(messages).toContainText('Where in the house?');
  await page.getByRole('button', { name: 'I am hiding' }).click();
  await expect(messages).toContainText('The control room has it.');
  await expect(page.getByText('No connection')).toHaveCount(0);
  expect(problems).toEqual([]);
});
