import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { log } from '#lib/platform/log.ts';
import { processRegistry } from '#lib/platform/metrics.ts';
import { observeRequest } from '#lib/platform/observe-request.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';

const SECRET = 'c4n4ry';
const lines: { level: string; line: unknown }[] = [];

beforeEach(() => {
  lines.length = 0;
  processRegistry().resetMetrics();
  for (const level of ['info', 'warn', 'error'] as const) {
    const spy = vi.spyOn(log, level).mockImplementation((line: unknown) => void lines.push({ level, line }));
    cleanUp(() => spy.mockRestore());
  }
});

/** Asks a server that answers so, and waits until the request was observed. */
async function ask(answer: (response: ServerResponse) => void, init: RequestInit = {}) {
  const server = createServer((request, response) => {
    request.headers['x-vigil-request'] = 'the-id';
    observeRequest(request, response, () => '/panic/[pressId]');
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  const url = `http://127.0.0.1:${address.port}/panic/${SECRET}?token=${SECRET}`;
  const asked = fetch(url, { headers: { cookie: SECRET }, ...init });
  if (init.signal) await expect(asked).rejects.toThrow();
  else await (await asked).text();
  await vi.waitFor(() => expect(lines).toHaveLength(1), patience(10_000));
  return processRegistry().metrics();
}

test.each([
  [200, 'info'],
  [303, 'info'],
  [401, 'info'],
  [404, 'info'],
  [429, 'info'],
  [500, 'error'],
  [503, 'warn'],
])('an answer %i is one line at level %s, and counted', async (status, level) => {
  const metrics = await ask((response) => response.writeHead(status).end('body'));
  const line = {
    requestId: 'the-id',
    method: 'GET',
    route: '/panic/[pressId]',
    status,
    ms: expect.any(Number),
  };
  expect(lines).toEqual([{ level, line }]);
  expect(metrics).toContain(
    `vigil_http_requests_total{route="/panic/[pressId]",method="GET",status="${status}"} 1`,
  );
  expect(metrics).toContain('vigil_http_request_duration_seconds_count{route="/panic/[pressId]"} 1');
  expect(JSON.stringify(lines) + metrics).not.toContain(SECRET);
});

test('a method that nobody knows is counted among the others', async () => {
  expect(await ask((response) => response.end(), { method: 'PROPFIND' })).toContain('method="other"');
});

test('who goes away before an answer is counted without one', async () => {
  const leaving = new AbortController();
  const metrics = await ask(() => leaving.abort(), { signal: leaving.signal });
  expect(lines).toMatchObject([{ level: 'info', line: { status: 0 } }]);
  expect(metrics).toContain('status="0"} 1');
});

test('an event stream, which lasts as long as its page, is not among the durations', async () => {
  const metrics = await ask((response) => response.end(), { headers: { accept: 'text/event-stream' } });
  expect(metrics).toContain('status="200"} 1');
  expect(metrics).not.toContain('duration_seconds_count{');
});
