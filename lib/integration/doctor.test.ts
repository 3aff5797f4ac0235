import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { lookAtWebhooks } from '#lib/integration/own-steps.ts';
import { runDoctor } from '#lib/integration/run-doctor.ts';
import { doctorStepIds, doctorSteps } from '#lib/integration/schema.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { findingsOf, wrongAt } from '#lib/testing/test-doctor.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ APP_URL: 'https://vigil.test', AURA_SUBSCRIPTION_TYPE_ID: '4' });

afterEach(async () => {
  vi.restoreAllMocks();
  await world.restoreAura();
});

// The transport waits by chance between its attempts: here it does not wait.
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
});

const admin = operatorActor('admin', 'operator-1', 'Admin', '192.0.2.1');

const read = () => findingsOf(runDoctor(admin, {}));
const READING = {
  customer: 'not_run',
  test_callout: 'not_run',
  tracking_page: 'not_run',
  cancel: 'not_run',
  forget_customer: 'not_run',
};

describe('the reading doctor', () => {
  test('reports every step, in order, and changes nothing at AURA', async () => {
    const found = await read();
    expect([...found.keys()]).toEqual(doctorStepIds);
    expect(wrongAt(found)).toEqual({ ...READING, read_back: 'not_run' });
    for (const operation of ['createCustomer', 'createCallout', 'cancelCallout', 'deleteCustomer']) {
      expect(await world.callsOf(operation)).toBe(0);
    }
    expect(found.get('database')).toMatchObject({ state: 'ok', seen: expect.stringMatching(/the same, to/) });
    expect(found.get('worker')).toMatchObject({ problem: 'worker_silent' });
    expect(found.get('webhooks')).toMatchObject({
      problem: 'never_registered',
      seen: expect.stringContaining(
        'Webhooks cannot be tried with AURA’s Responder Simulator: it sends none.',
      ),
    });
  });

  test('says nothing of a simulator where there is none', async () => {
    testEnv({ AURA_BASE_URL: 'https://panic.aura.services/panic-api/v2' });
    expect((await lookAtWebhooks()).seen).not.toContain('Simulator');
  });

  test('reads an open callout back, and names what AURA sends that the contract does not know', async () => {
    const { calloutId, trackingUrl } = await raiseTestCallout();
    expect(wrongAt(await read())).toEqual(READING);
    await world.step(calloutId, 'own');
    await world.step(calloutId, 'dispatch');
    const found = await read();
    expect(found.get('read_back')).toMatchObject({
      state: 'warning',
      problem: 'drift',
      seen: expect.stringContaining('sandboxDispatch'),
    });
    expect(JSON.stringify([...found.values()])).not.toContain(new URL(trackingUrl ?? '').search);
    for (const step of ['arrive', 'complete', 'close']) await world.step(calloutId, step);
  });

  test('knows a bad secret', async () => {
    testEnv({ AURA_CLIENT_SECRET: 'not the secret' });
    const found = await read();
    expect(found.get('authenticate')).toMatchObject({ state: 'failed', problem: 'credentials_refused' });
    expect(found.get('authenticate')?.advice).toMatch(/^It is us/);
    expect(found.get('active_callouts')).toMatchObject({ state: 'not_run' });
    expect(JSON.stringify([...found.values()])).not.toContain('not the secret');
  });

  test('knows an AURA that is not there', async () => {
    await world.breakAura('any', 'reset_before');
    const found = await read();
    expect(found.get('authenticate')).toMatchObject({ state: 'failed', problem: 'unreachable' });
    expect(found.get('aura_clock')).toMatchObject({ state: 'not_run' });
    expect(found.get('database')).toMatchObject({ state: 'ok' });
  });

  test('knows an AURA that breaks, one that limits us, and an answer that cannot be read', async () => {
    await world.control('POST', 'faults', {
      operation: 'listSubscriptionTypes',
      effect: 'status',
      status: 500,
    });
    await world.control('POST', 'faults', { operation: 'listResponseTypes', effect: 'status', status: 429 });
    await world.control('POST', 'faults', { operation: 'listActiveCallouts', effect: 'html_page' });
    expect(wrongAt(await read())).toMatchObject({
      subscription_types: 'aura_error',
      response_types: 'rate_limited',
      active_callouts: 'not_in_contract',
    });
  });

  test('knows a setting that AURA does not list', async () => {
    testEnv({ AURA_SUBSCRIPTION_TYPE_ID: '77' });
    expect((await read()).get('subscription_types')).toMatchObject({
      problem: 'setting_not_listed',
      seen: 'AURA lists 4, 5; AURA_SUBSCRIPTION_TYPE_ID is 77.',
    });
  });

  test.each([
    [20_000, 'warning', 'clock_differs', /ahead of ours/],
    [-300_000, 'failed', 'clock_far_off', /behind ours/],
  ])('knows a clock of AURA’s that is %d ms ahead', async (advanceMs, state, problem, seen) => {
    await world.control('POST', 'clock', { advanceMs });
    const found = (await read()).get('aura_clock');
    await world.control('POST', 'clock', { advanceMs: -advanceMs });
    expect(found).toMatchObject({ state, problem, seen: expect.stringMatching(seen) });
  });

  test('is not started while another runs, and continues without a listener', async () => {
    await world.control('POST', 'faults', { operation: 'createToken', effect: 'latency', latencyMs: 500 });
    const first = await runDoctor(admin, {});
    expect(await runDoctor(admin, {})).toEqual({ ok: false, code: 'doctor.running' });
    if (!first.ok) throw new Error(first.code);
    await first.value.findings.return(undefined);
    const next = await vi.waitUntil(
      async () => {
        const begun = await runDoctor(admin, {});
        return begun.ok ? begun : null;
      },
      { timeout: patience(20_000) },
    );
    expect((await findingsOf(Promise.resolve(next))).size).toBe(doctorStepIds.length);
  });
});

test('without a database the command line looks at AURA alone', async () => {
  vi.spyOn(pool(), 'connect').mockImplementation(() => Promise.reject(new Error('away')));
  testEnv({ DATABASE_DIRECT_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const found = await findingsOf(runDoctor(systemActor('doctor'), {}));
  expect(found.get('active_callouts')).toMatchObject({ state: 'ok' });
  for (const step of doctorStepIds.filter(
    (id) => doctorSteps[id].quickstart === null && id !== 'aura_clock',
  )) {
    expect(found.get(step)).toMatchObject({ state: 'not_run', seen: expect.stringContaining('Not checked') });
  }
});
