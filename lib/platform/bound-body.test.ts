import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { boundWhatFollows, refuseTooLong } from '#lib/platform/bound-body.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';

const MEGABYTE = 'x'.repeat(1_000_000);

/** A server that answers without reading. */
async function serverOf(lingering?: { seconds: number; bytes: number }): Promise<string> {
  const server = createServer(async (request, response) => {
    boundWhatFollows(request, response, lingering);
    if (!(await refuseTooLong(request, response))) response.end('taken');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.close();
    server.closeAllConnections();
  });
  // safe: it listens on a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The answer's status; fails when the line is closed before all was sent. */
function statusOf(url: string, megabytes: number, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(url, { method: 'POST', headers });
    let status = 0;
    sending.on('response', (response) => {
      status = response.statusCode ?? 0;
      response.resume();
    });
    sending.on('error', reject);
    sending.on('close', () => resolve(status));
    for (let sent = 0; sent < megabytes; sent += 1) sending.write(MEGABYTE);
    sending.end();
  });
}

test.each([3, 5, 20])('a page’s body of %i MB is answered with 413, and the answer arrives', async (size) => {
  const url = await serverOf();
  expect(await statusOf(`${url}/register`, size, { 'content-length': `${size * 1_000_000}` })).toBe(413);
  expect(await statusOf(`${url}/register`, size, {})).toBe(413);
});

test('a body of unknown length arrives whole, and a line that breaks under it is left alone', async () => {
  const server = createServer(async (request, response) => {
    if (await refuseTooLong(request, response)) return;
    let bytes = 0;
    for await (const chunk of request) {
      bytes += chunk.length;
    }
    response.end(`${bytes}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => server.close());
  // safe: it listens on a port
  const { port } = server.address() as AddressInfo;
  const post = () => httpRequest({ port, host: '127.0.0.1', path: '/panic', method: 'POST' });

  const broken = post();
  broken.write(MEGABYTE, () => broken.destroy());
  await expect(once(broken, 'close')).rejects.toThrow('socket hang up');

  const sending = post();
  sending.write(MEGABYTE);
  sending.end(MEGABYTE);
  const [answer] = await once(sending, 'response');
  expect(await text(answer)).toBe('2000000');

  const empty = post();
  empty.setHeader('transfer-encoding', 'chunked');
  empty.end();
  const [answered] = await once(empty, 'response');
  expect(await text(answered)).toBe('0');
});

test('what is short enough, or goes to a route with a bound of its own, passes', async () => {
  const url = await serverOf();
  expect(await statusOf(`${url}/register`, 2, { 'content-length': '2000000' })).toBe(200);
  expect(await statusOf(`${url}/api/webhooks/aura`, 5, { 'content-length': '5000000' })).toBe(200);
  expect(await statusOf(`${url}/register`, 2, {})).toBe(200);
});

test('who sends without an end is cut off after a bounded amount', async () => {
  const url = await serverOf({ seconds: 60, bytes: 5_000_000 });
  const sending = httpRequest(`${url}/api/any`, { method: 'POST' });
  const closed = new Promise((resolve) => sending.once('close', resolve));
  let isOpen = true;
  sending.on('error', () => {
    isOpen = false;
  });
  const send = () => {
    while (isOpen && sending.write(MEGABYTE));
  };
  sending.on('drain', send);
  sending.on('response', (response) => response.resume().on('error', () => undefined));
  send();
  await closed;
  expect(sending.destroyed).toBe(true);
});
