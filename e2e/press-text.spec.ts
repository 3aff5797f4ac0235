import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';
import { callout, onlyCalloutOf } from './support/press-journeys.ts';
import { STACKS, type Stack } from './support/stacks.ts';

const { SMS_IN_TOKEN, SMS_PRESS_NUMBER } = STACKS.plain;

const codesOn = (page: Page) =>
  page.evaluate((): unknown[] => JSON.parse(localStorage.getItem('vigil.codes') ?? '[]'));

/** What the phone's own app would send. */
async function writtenText(page: Page): Promise<string> {
  const href = await page.getByRole('link', { name: 'Text for help' }).getAttribute('href');
  const [to, body = ''] = (href ?? '').split('?&body=');
  expect(to).toBe(`sms:${SMS_PRESS_NUMBER}`);
  return decodeURIComponent(body);
}

function deliver(stack: Stack, from: string, body: string): Promise<Response> {
  return fetch(`${stack.url}/api/webhooks/sms-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${SMS_IN_TOKEN}` },
    body: JSON.stringify({ from, body, receivedAt: new Date().toISOString() }),
  });
}

test('without data a text presses, and by both ways it is one press', async ({ person, sandbox, stack }) => {
  const { page, mobile } = person;
  await expect.poll(() => codesOn(page)).toHaveLength(3);
  await page.context().setOffline(true);
  await sendPress(page);
  const text = await writtenText(page);
  expect(text).toMatch(/^SOS [A-Z0-9]{12} -26\.10000,28\.05000$/);

  expect((await deliver(stack, mobile, text)).status).toBe(202);
  const first = await onlyCalloutOf(sandbox, mobile);
  expect(first.trail[0]).toMatchObject({ latitude: -26.1, longitude: 28.05 });

  await page.context().setOffline(false);
  await callout(page);
  await expect(page).toHaveURL(`/callouts/${first.id}`);
  await onlyCalloutOf(sandbox, mobile);
});

test('somebody else who texts the same presses for no one', async ({
  person,
  otherPerson,
  sandbox,
  stack,
}) => {
  const { page, mobile } = person;
  await expect.poll(() => codesOn(page)).toHaveLength(3);
  await page.context().setOffline(true);
  await sendPress(page);
  const text = await writtenText(page);
  expect((await deliver(stack, otherPerson.mobile, text)).status).toBe(202);
  for (const each of [mobile, otherPerson.mobile]) expect(await sandbox.calloutsOf(each)).toEqual([]);
});
