import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test, vi } from 'vitest';
import { POST } from '#app/api/panic/route.ts';
import { signPressToken } from '#lib/identity/press-token.ts';
import { runShutdownWork } from '#lib/platform/on-shutdown.ts';
import { sendTraces } from '#lib/platform/send-traces.ts';
import { inPressSpan, inSpan, isTracing, recordSpansBy, type Span } from '#lib/platform/trace.ts';
import { traceRequest } from '#lib/platform/trace-request.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { type CollectedSpan, testCollector } from '#lib/testing/test-collector.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });
const STRANGER = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT = 3;

afterEach(async () => {
  recordSpansBy(null);
  await world.restoreAura();
});

const tokenOf = ({ personId, customerId }: TestPerson) =>
  signPressToken({ personId, customerId, edition: 1, issuedAtMs: Date.now() });

/** Presses by the route, behind a server that traces requests as server.ts does. */
async function press(person: TestPerson, more: Record<string, unknown> = {}) {
  const server = createServer((request, response) => {
    traceRequest(
      request,
      response,
      () => '/api/panic',
      () => void answer(),
    );
    async function answer(): Promise<void> {
      const headers = { host: 'localhost:3000', 'content-type': 'application/json' };
      const asked = new Request('http://localhost:3000/api/panic', {
        method: 'POST',
        headers,
        body: await text(request),
      });
      const answered = await POST(asked, { params: Promise.resolve({}) });
      response.writeHead(answered.status).end(await answered.text());
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  const answer = await fetch(`http://127.0.0.1:${address.port}/api/panic?token=c4n4ry`, {
    method: 'POST',
    headers: { traceparent: `00-${STRANGER}-00f067aa0ba902b7-01`, connection: 'close' },
    body: JSON.stringify({ ...newTestPress(), pressToken: tokenOf(person), ...more }),
  });
  return { status: answer.status, body: await answer.json() };
}

/** A worker in a process of its own, until what is waited for has come. */
async function workUntil(endpoint: string, isDone: () => Promise<boolean>): Promise<void> {
  const child = spawn(process.execPath, ['--conditions=react-server', 'worker/main.ts'], {
    env: { ...process.env, NODE_ENV: 'production', OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
    stdio: 'ignore',
  });
  const ended = once(child, 'close');
  cleanUp(() => child.kill('SIGKILL'));
  await vi.waitFor(async () => expect(await isDone()).toBe(true), {
    timeout: patience(60_000),
    interval: 100,
  });
  child.kill('SIGTERM');
  await ended;
}

const sent = async (count: number, spans: () => CollectedSpan[]) => {
  await vi.waitFor(async () => {
    await runShutdownWork();
    expect(spans().length).toBeGreaterThanOrEqual(count);
  }, patience(30_000));
};

test('one press is one trace: its request, what was recorded, the worker’s delivery and each call to AURA', async () => {
  const thandi = await registerTestPerson();
  const { endpoint, spans, bodies } = await testCollector();
  await sendTraces({ endpoint, service: 'vigil-app', build: 'b1' });
  await world.refuse('createCallout', 503);
  const { pressId } = newTestPress();
  expect(await press(thandi, { pressId })).toMatchObject({ status: 202, body: { state: 'recorded' } });
  await sent(5, spans);
  await world.restoreAura();
  await workUntil(endpoint, async () => (await world.calloutsOf(thandi.customerId)).length > 0);

  const own = spans();
  const named = (service: string, name: string) => {
    const found = own.filter((span) => span.service === service && span.name === name);
    expect(found.length, `${service} ${name}`).toBeGreaterThan(0);
    return found;
  };
  const parentOf = ({ parentId }: CollectedSpan) => own.find(({ spanId }) => spanId === parentId)?.name;
  const [root] = named('vigil-app', 'press');
  expect(root).toMatchObject({
    parentId: null,
    attributes: { 'vigil.press.id': pressId, 'vigil.press.state': 'recorded' },
  });
  const traced = own.filter(({ traceId }) => traceId === root?.traceId);
  expect(own.filter(({ attributes }) => attributes['vigil.press.id'] === pressId)).toEqual(
    traced.filter(({ attributes }) => attributes['vigil.press.id']),
  );
  const [asked] = named('vigil-app', 'POST /api/panic');
  expect(asked).toMatchObject({
    traceId: root?.traceId,
    parentId: root?.spanId,
    attributes: { 'http.response.status_code': 202, 'http.route': '/api/panic' },
  });
  expect(named('vigil-app', 'press.raise').map(parentOf)).toEqual(['POST /api/panic']);
  expect(named('vigil-app', 'press.insert').map(parentOf)).toEqual(['press.raise']);
  const [refused] = named('vigil-app', 'AURA createCallout');
  expect(refused).toMatchObject({ kind: CLIENT, attributes: { 'http.response.status_code': 503 } });

  expect(named('vigil-worker', 'press.deliver').map(parentOf)).toContain('press');
  const [called] = named('vigil-worker', 'AURA createCallout').slice(-1);
  expect(called).toMatchObject({ traceId: root?.traceId, attributes: { 'vigil.aura.outcome': 'ok' } });
  expect(called && parentOf(called)).toBe('press.create');
  expect(traced.filter((span) => span.parentId !== null && parentOf(span) === undefined)).toEqual([]);
  expect(new Set(traced.map(({ spanId }) => spanId)).size).toBe(traced.length);

  const said = bodies.join('');
  for (const secret of [STRANGER, 'c4n4ry', tokenOf(thandi).slice(0, 20), thandi.mobile, '-26.1', '28.05'])
    expect(said).not.toContain(secret);
});

test('a collector that never answers, or is none, holds up no press and no end of the process', async () => {
  const { endpoint, bodies } = await testCollector({ silent: true });
  for (const where of [endpoint, 'http://127.0.0.1:1']) {
    await sendTraces({ endpoint: where, service: 'vigil-app', build: undefined });
    const thandi = await registerTestPerson();
    expect(await press(thandi)).toMatchObject({ status: 201, body: { state: 'delivered' } });
    await runShutdownWork();
  }
  expect(bodies).not.toEqual([]);
});

test('what takes spans and breaks breaks nothing else', async () => {
  recordSpansBy(() => {
    throw new Error('broken');
  });
  expect(await inPressSpan('p', 'a', async () => inSpan('b', async () => 'done'))).toBe('done');
});

test('within the work of one press, that of another is in a trace of its own, and what belongs to none is no span', async () => {
  const spans: Span[] = [];
  recordSpansBy((span) => spans.push(span));
  await inSpan('nobody’s', async () => undefined);
  await inPressSpan('p', 'outer', () => inPressSpan('q', 'other', () => inSpan('inner', async () => 1)));
  await inPressSpan('p', 'again', async () => undefined);
  const traceOf = (name: string) => spans.find((span) => span.name === name)?.traceId;
  expect(spans.map(({ name }) => name)).toEqual(['inner', 'other', 'outer', 'again']);
  expect(traceOf('inner')).toBe(traceOf('other'));
  expect(traceOf('other')).not.toBe(traceOf('outer'));
  expect(traceOf('again')).toBe(traceOf('outer'));
});

test('without a collector nothing is traced', async () => {
  await sendTraces({ endpoint: undefined, service: 'vigil-app', build: undefined });
  expect(isTracing()).toBe(false);
});
