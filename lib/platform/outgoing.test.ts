import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readPageHeaders } from '#lib/platform/outgoing.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A server with a given answer, and the requests that it got. */
async function serve(answer: (asked: string[]) => RequestListener) {
  const asked: string[] = [];
  const act = answer(asked);
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    act(request, response);
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return { origin: `http://127.0.0.1:${address.port}`, asked };
}

const page: RequestListener = (_request, response) => {
  response.setHeader('x-frame-options', 'DENY').end('<p>page</p>');
};
const redirectTo =
  (location: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location }).end();
  };
const anywhere = () => true;

test('a page behind a redirect is read where it ends up', async () => {
  const end = await serve(() => page);
  const start = await serve(() => redirectTo(`${end.origin}/there`));
  const read = await readPageHeaders(`${start.origin}/here`, { timeoutMs: 10_000, mayFollow: anywhere });
  expect([read?.url, read?.headers.get('x-frame-options')]).toEqual([`${end.origin}/there`, 'DENY']);
});

test('a redirect to a host that is not allowed is not followed', async () => {
  const foreign = await serve(() => page);
  const start = await serve(() => redirectTo(`${foreign.origin}/`));
  const mayFollow = (url: string) => url.startsWith(start.origin);
  expect(await readPageHeaders(start.origin, { timeoutMs: 10_000, mayFollow })).toBeNull();
  expect(foreign.asked).toEqual([]);
});

test('redirects in a circle, to nowhere and without an aim end soon', async () => {
  const circle = await serve(() => redirectTo('/again'));
  expect(await readPageHeaders(circle.origin, { timeoutMs: 10_000, mayFollow: anywhere })).toBeNull();
  expect(circle.asked.length).toBeLessThanOrEqual(4);
  const nowhere = await serve(() => redirectTo('http://'));
  expect(await readPageHeaders(nowhere.origin, { timeoutMs: 10_000, mayFollow: anywhere })).toBeNull();
  const aimless = await serve(() => (_request, response) => void response.writeHead(302).end());
  expect(await readPageHeaders(aimless.origin, { timeoutMs: 10_000, mayFollow: anywhere })).toBeNull();
});

test('a page that does not answer in time, refuses or is gone was not reached', async () => {
  const silent = await serve(() => () => undefined);
  expect(await readPageHeaders(silent.origin, { timeoutMs: 50, mayFollow: anywhere })).toBeNull();
  const refusing = await serve(() => (_request, response) => void response.writeHead(403).end());
  expect(await readPageHeaders(refusing.origin, { timeoutMs: 10_000, mayFollow: anywhere })).toBeNull();
  expect(await readPageHeaders('http://127.0.0.1:1/', { timeoutMs: 10_000, mayFollow: anywhere })).toBeNull();
});
