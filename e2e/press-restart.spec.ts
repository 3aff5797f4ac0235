import { expect, test } from '@playwright/test';
import { sendPress } from './support/gestures.ts';
import { type OwnSite, openSite } from './support/own-site.ts';
import { callout, expectCallFirst, expectStage, onlyCalloutOf } from './support/press-journeys.ts';

// The app is killed, so these run serially on their own stack.
test.describe.configure({ mode: 'default' });

let site: OwnSite;

test.beforeAll(async ({ playwright }) => {
  site = await openSite(playwright);
});
test.afterAll(() => site.close());

test('a press that the app took no notice of before it was killed goes out after its restart', async ({
  browser,
}) => {
  const { page, mobile } = await site.person(browser);
  const requested = page.waitForRequest((request) => request.method() === 'POST');
  site.signalApp('SIGSTOP');
  await sendPress(page);
  await requested;
  site.signalApp('SIGKILL');
  await expect(page.getByRole('main').getByRole('alert')).toContainText('We do not know if');
  await expectCallFirst(page);
  await callout(page);
  await expectStage(page, 'Alarm sent.');
  await onlyCalloutOf(site.sandbox, mobile);
  await page.context().close();
});

test('a press that was with AURA when the app was killed becomes the same callout after its restart', async ({
  browser,
}) => {
  const { page, mobile } = await site.person(browser);
  // AURA processes the call, but the caller is gone.
  await site.sandbox.fail({ operation: 'createCallout', effect: 'latency', latencyMs: 3_000, calls: [1] });
  await sendPress(page);
  await expect.poll(site.sandbox.faultsMet).toBe(1);
  site.signalApp('SIGKILL');
  await expectCallFirst(page);
  await callout(page);
  await expectStage(page, 'Alarm sent.');
  await onlyCalloutOf(site.sandbox, mobile);
  await site.sandbox.clearFaults();
  await page.context().close();
});
