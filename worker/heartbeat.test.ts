import { createServer } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { env } from '#lib/platform/env.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { beatOnce, keepBeating } from '#worker/heartbeat.ts';
import { STUCK_AFTER_MS } from '#worker/heartbeat-model.ts';
import { noteProgress } from '#worker/progress.ts';

await testWorld();
const PATIENCE = { timeout: patience(20_000), interval: 20 };
const JOBS = ['callout list', 'presses', 'escalation'];

afterEach(() => void vi.restoreAllMocks());

/** A monitor that answers in some way; gives the calls that it got. */
async function monitor(answer: (path: string) => { status: number; location?: string } | null) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    const said = answer(request.url ?? '');
    if (!said) return;
    response.writeHead(said.status, said.location ? { location: said.location } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  testEnv({ HEARTBEAT_URL: `http://127.0.0.1:${address.port}/ping` });
  return calls;
}

function beat(): AbortController {
  const stopping = new AbortController();
  const ended = keepBeating(stopping.signal, 10);
  cleanUp(async () => {
    stopping.abort();
    await ended;
  });
  return stopping;
}

test('the monitor is called once every part was seen to get something done, and not before', async () => {
  const calls = await monitor(() => ({ status: 200 }));
  for (const job of JOBS.slice(1)) noteProgress(job);
  expect(await beatOnce(env.HEARTBEAT_URL ?? '')).toEqual(['database', 'poller']);
  expect(calls).toEqual([]);
  beat();
  noteProgress('callout list');
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(1), PATIENCE);
  expect(new Set(calls)).toEqual(new Set(['GET /ping']));
});

test.each([
  ['callout list', 'poller'],
  ['presses', 'deliveries'],
  ['escalation', 'escalation'],
  ['database', 'database'],
])('it is not called while this has stopped: %s', async (stopped, part) => {
  const calls = await monitor(() => ({ status: 200 }));
  const all = [...JOBS, 'database'];
  for (const job of all) noteProgress(job);
  expect(await beatOnce(env.HEARTBEAT_URL ?? '')).toEqual([]);
  const real = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => real() + STUCK_AFTER_MS + 1);
  for (const job of all) if (job !== stopped) noteProgress(job);
  expect(await beatOnce(env.HEARTBEAT_URL ?? '')).toEqual([part]);
  expect(calls).toHaveLength(1);
  vi.restoreAllMocks();
});

test('a redirect is not followed', async () => {
  const calls = await monitor((path) =>
    path === '/ping' ? { status: 302, location: '/elsewhere' } : { status: 200 },
  );
  for (const job of JOBS) noteProgress(job);
  beat();
  await vi.waitFor(() => expect(calls.length).toBeGreaterThan(1), PATIENCE);
  expect(calls).not.toContain('GET /elsewhere');
});

test('an address that never answers holds nothing up', async () => {
  const calls = await monitor(() => null);
  for (const job of JOBS) noteProgress(job);
  const stopping = beat();
  await vi.waitFor(() => expect(calls).toHaveLength(1), PATIENCE);
  stopping.abort();
});
