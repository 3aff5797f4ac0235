import { boardRow } from './support/board.ts';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';

// Change notifications through the whole product: no proxy or compression may delay them.

test('a page gets a change of its own callout, at once and uncompressed', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(mobile);
  await page.evaluate(() => {
    const source = new EventSource('/api/changes');
    const received: string[] = [];
    Reflect.set(window, 'received', received);
    source.addEventListener('live', () => received.push('live'));
    source.addEventListener('change', ({ data }) => received.push(data));
  });
  const received = () => page.evaluate(() => Reflect.get(window, 'received') as string[]); // as set above
  await expect.poll(received).toContain('live');
  await sandbox.step(id, 'own');
  await expect.poll(received).toContain(`callout:${id}`);
  const headers = await page.evaluate(async () => {
    const stop = new AbortController();
    const response = await fetch('/api/changes', { signal: stop.signal });
    const { status, headers } = response;
    stop.abort();
    return { status, type: headers.get('content-type'), encoding: headers.get('content-encoding') };
  });
  expect(headers).toEqual({ status: 200, type: 'text/event-stream; charset=utf-8', encoding: null });
});

test('without the line a page asks by itself', async ({ person, sandbox }) => {
  const { page, mobile } = person;
  await page.context().route('**/api/changes', (route) => route.abort());
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(mobile);
  await sandbox.step(id, 'own');
  await expect(page.getByRole('main').getByRole('status')).toContainText('The control room is helping');
});

test('a page whose connection is cut says how old it is, and is current when it is back', async ({
  operator,
  person,
  sandbox,
}) => {
  const { page, mobile } = person;
  await sendPress(page);
  await page.waitForURL(/\/callouts\/\d+$/);
  const { id } = await sandbox.calloutOf(mobile);
  const row = boardRow(operator, id);
  await expect(row).toContainText('Raised');
  const contexts = [page.context(), operator.context()];
  for (const context of contexts) await context.setOffline(true);
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('We lost contact');
  await expect(operator.getByRole('main').getByRole('alert').first()).toContainText('What you see was true');
  await expect(operator).toHaveTitle(/^\(\?\) Callouts/);
  await sandbox.step(id, 'own');
  for (const context of contexts) await context.setOffline(false);
  await expect(page.getByRole('main').getByRole('status')).toContainText('The control room is helping');
  await expect(row).toContainText('Owned');
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});
