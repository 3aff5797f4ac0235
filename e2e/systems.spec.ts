import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './support/fixtures.ts';
import { sendPress } from './support/gestures.ts';

// Another system: told of a press by a webhook, and reading by a key until that is revoked.

test('a system gets webhooks, and its program reads by a key', async ({
  operator,
  person,
  playwright,
  stack,
}) => {
  const told: { type: string; data: { outcome?: string; calloutId: number } }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    told.push(JSON.parse(body));
    response.writeHead(204).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  await operator.goto('/admin/systems');
  const name = `Dispatch ${Date.now()}`;
  await operator.getByLabel('System', { exact: true }).first().fill(name);
  await operator
    .getByLabel('Address', { exact: true })
    .first()
    .fill(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await operator.getByRole('button', { name: 'Send webhooks' }).click();
  await expect(operator.getByLabel('Secret', { exact: true })).toHaveValue(/^whsec_/);

  await sendPress(person.page);
  const settled = () => told.find(({ data }) => data.outcome === 'delivered');
  await expect.poll(settled).toBeDefined();
  const calloutId = settled()?.data.calloutId ?? 0;
  await operator.getByRole('button', { name: `Switch off ${name}` }).click();
  await expect(operator.getByRole('button', { name: `Switch on ${name}` })).toBeVisible();

  await operator.getByLabel('Program', { exact: true }).fill(name);
  await operator.getByLabel('One callout', { exact: true }).check();
  await operator.getByRole('button', { name: 'Make key' }).click();
  const key = await operator.getByLabel('Key', { exact: true }).inputValue();
  const program = await playwright.request.newContext({
    baseURL: stack.url,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const read = async () => (await program.get(`/api/callouts/${calloutId}`)).status();
  expect(await read()).toBe(200);
  expect((await program.get('/api/reports')).status()).toBe(403);
  await operator.getByRole('button', { name: `Revoke the key of ${name}` }).click();
  await expect.poll(read).toBe(401);
  await program.dispose();
  server.closeAllConnections();
  server.close();
});
