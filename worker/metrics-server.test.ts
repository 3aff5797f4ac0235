import { expect, test, vi } from 'vitest';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';
import { parseOpenMetrics } from '#lib/testing/parse-openmetrics.ts';
import { patience } from '#lib/testing/patience.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { serveMetrics } from '#worker/metrics-server.ts';
import { repeat } from '#worker/repeat.ts';
import { freePort } from '../scripts/testing/running-stack.ts';

const TOKEN = 'a-metrics-token-of-the-test';

async function serve() {
  const port = await freePort();
  testEnv({ METRICS_TOKEN: TOKEN, WORKER_METRICS_PORT: `${port}` });
  const stopping = new AbortController();
  const server = serveMetrics(stopping.signal);
  await vi.waitFor(() => expect(server?.listening).toBe(true), patience(10_000));
  const ask = (path = '/api/metrics', authorization = `Bearer ${TOKEN}`, accept = '*/*') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { authorization, accept } });
  return { stopping, server, ask };
}

async function runOnce(name: string, work: () => Promise<null>): Promise<void> {
  const stopping = new AbortController();
  const begin = () => async () => {
    stopping.abort();
    return work();
  };
  await repeat({ name, wokenBy: [], everyMs: 1_000, begin }, () => async () => undefined, stopping.signal);
}

test('the worker shows its own metrics, its jobs among them, without the database', async () => {
  const { ask } = await serve();
  await runOnce('good', async () => null);
  await runOnce('bad', async () => {
    throw new Error('bad');
  });
  const answer = await ask();
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const metrics = parseMetrics(await answer.text());
  const samples = (name: string) => metrics.get(name)?.samples;
  expect(samples('vigil_job_rounds_total')?.get('{job="good",outcome="done"}')).toBe(1);
  expect(samples('vigil_job_rounds_total')?.get('{job="bad",outcome="failed"}')).toBe(1);
  expect(samples('vigil_job_round_duration_seconds')?.get('_count{job="bad"}')).toBe(1);
  expect([...(samples('vigil_job_last_done_timestamp_seconds')?.keys() ?? [])]).toEqual(['{job="good"}']);
  expect(samples('process_resident_memory_bytes')?.get('')).toBeGreaterThan(1e6);
  expect(metrics.has('vigil_database_up')).toBe(false);

  const open = await ask(undefined, undefined, 'application/openmetrics-text; version=1.0.0');
  expect(open.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
  const rounds = parseOpenMetrics(await open.text()).get('vigil_job_rounds')?.samples;
  expect(rounds?.get('_total{job="good",outcome="done"}')).toBe(1);
});

test('only to who has the token, at one address, and until it stops', async () => {
  const { ask, stopping, server } = await serve();
  expect((await ask('/api/metrics', 'Bearer another-token-altogether')).status).toBe(401);
  expect((await ask('/api/metrics', '')).status).toBe(401);
  expect((await ask('/')).status).toBe(404);
  stopping.abort();
  await vi.waitFor(() => expect(server?.listening).toBe(false), patience(10_000));
});

test('without a port it serves nothing', () => {
  testEnv({ METRICS_TOKEN: TOKEN });
  expect(serveMetrics(new AbortController().signal)).toBeNull();
});
