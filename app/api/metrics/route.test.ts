import { expect, test } from 'vitest';
import { GET } from '#app/api/metrics/route.ts';
import { pool } from '#lib/db/database.ts';
import { sendSms } from '#lib/platform/text-message.ts';
import { parseMetrics } from '#lib/testing/parse-metrics.ts';
import { parseOpenMetrics } from '#lib/testing/parse-openmetrics.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { writeAuraRecord } from '#lib/upstream/aura-record.ts';

const TOKEN = 'a-metrics-token-of-the-test';
await testWorld({ METRICS_TOKEN: TOKEN, VIGIL_DATA_DIR: testFolder() });

function scrape(authorization: string | null = `Bearer ${TOKEN}`): Promise<Response> {
  const headers = new Headers(authorization === null ? {} : { authorization });
  return GET(new Request('http://localhost/api/metrics', { headers }), { params: Promise.resolve({}) });
}

test('is valid text that counts presses, callouts, calls and queues, without personal data', async () => {
  const { personId, mobile, trackingUrl } = await raiseTestCallout();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at)
     values (gen_random_uuid(), $1, 'real', 'recorded', now(), now() - interval '30 seconds')`,
    [personId],
  );
  await writeAuraRecord();
  expect(await sendSms(mobile, 'a text')).toBe(true);
  const response = await scrape();
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  const metrics = parseMetrics(text);
  const value = (name: string, labels = '') => metrics.get(name)?.samples.get(labels);
  expect(value('vigil_database_up')).toBe(1);
  expect(value('vigil_presses_last_hour', '{kind="real",state="recorded"}')).toBe(1);
  expect(value('vigil_presses_undelivered')).toBe(1);
  expect(value('vigil_presses_undelivered_oldest_age_seconds')).toBeGreaterThanOrEqual(30);
  expect(value('vigil_callouts_open', '{kind="real",stage="raised"}')).toBe(1);
  expect(value('vigil_aura_calls_last_hour', '{operation="createCallout",outcome="ok"}')).toBe(1);
  expect(value('vigil_jobs_ready')).toBe(0);
  expect(metrics.has('vigil_jobs_oldest_age_seconds')).toBe(false);
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(1e6);
  expect(metrics.get('process_cpu_seconds_total')?.type).toBe('counter');
  expect(metrics.has('nodejs_eventloop_lag_p99_seconds')).toBe(true);
  expect(value('vigil_pool_connections')).toBeGreaterThan(0);
  expect(value('vigil_pool_waiting')).toBe(0);
  expect(value('vigil_streams_open')).toBe(0);
  expect(value('vigil_queue_lag_seconds', '{queue="presses"}')).toBeGreaterThanOrEqual(30);
  expect(value('vigil_data_directory_free_bytes')).toBeGreaterThan(0);
  expect(value('vigil_texts_total', '{route="first",outcome="taken"}')).toBe(1);
  expect(value('vigil_texts_total', '{route="first",outcome="failed"}')).toBe(0);
  for (const secret of [
    personId,
    mobile,
    mobile.slice(3),
    'Nkosi',
    'Thandi',
    new URL(trackingUrl ?? '').search,
  ]) {
    expect(text).not.toContain(secret);
  }
});

test('as OpenMetrics, when that is asked for, it has the same families', async () => {
  const headers = { authorization: `Bearer ${TOKEN}`, accept: 'application/openmetrics-text; version=1.0.0' };
  const asked = new Request('http://localhost/api/metrics', { headers });
  const response = await GET(asked, { params: Promise.resolve({}) });
  expect(response.headers.get('content-type')).toBe(
    'application/openmetrics-text; version=1.0.0; charset=utf-8',
  );
  const open = parseOpenMetrics(await response.text());
  const plain = parseMetrics(await (await scrape()).text());
  expect([...open.keys()]).toEqual([...plain.keys()].map((name) => name.replace(/_total$/, '')));
  expect(open.get('vigil_aura_attempt_duration_seconds')?.samples.size).toBeGreaterThan(0);
});

test.each([
  ['nothing', null],
  ['another token', 'Bearer another-token-altogether'],
  ['the bare token', TOKEN],
  ['the token and more', `Bearer ${TOKEN}x`],
])('refuses %s', async (_what, authorization) => {
  const response = await scrape(authorization);
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ code: 'metrics.unauthorised' });
});

test('without a configured token every request is refused', async () => {
  testEnv({ METRICS_TOKEN: undefined });
  for (const authorization of ['Bearer ', 'Bearer undefined', `Bearer ${TOKEN}`]) {
    expect((await scrape(authorization)).status).toBe(401);
  }
});

test('without the database it has the metrics of the process', async () => {
  await pool().end();
  const metrics = parseMetrics(await (await scrape()).text());
  expect(metrics.get('vigil_database_up')?.samples.get('')).toBe(0);
  expect(metrics.has('process_resident_memory_bytes')).toBe(true);
  expect(metrics.has('vigil_presses_undelivered')).toBe(false);
});
