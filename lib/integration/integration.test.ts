import { afterEach, describe, expect, test, vi } from 'vitest';
import { database, pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { registerWebhookUrl } from '#lib/integration/aura.ts';
import { forgetCalls } from '#lib/integration/forget-calls.ts';
import { readIntegration } from '#lib/integration/read-integration.ts';
import { registerWebhooks } from '#lib/integration/register-webhooks.ts';
import { integrationSchema } from '#lib/integration/schema.ts';
import { env } from '#lib/platform/env.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { recordAttempt, writeAuraRecord } from '#lib/upstream/aura-record.ts';

const world = await testWorld({ AURA_WEBHOOK_TOKEN: 'a-webhook-token-of-this-test' });

afterEach(async () => {
  vi.restoreAllMocks();
  await writeAuraRecord();
  await pool().query('truncate aura_call_minute, aura_drift');
  await world.restoreAura();
});

const admin = operatorActor('admin', 'operator-1', 'Admin', '192.0.2.1');

async function facts() {
  const read = await readIntegration(admin, {});
  if (!read.ok) throw new Error(read.code);
  return integrationSchema.parse(read.value);
}

describe('calls to AURA', () => {
  test('are counted by operation and outcome, with the clock skew measured by them', async () => {
    await world.breakAura('listActiveCallouts', 'reset_before', [1]);
    await auraClient().listActiveCallouts({});
    await writeAuraRecord();
    await auraClient().listActiveCallouts({});
    await writeAuraRecord();
    const { calls, recent, clocks, token } = await facts();
    expect(calls.find(({ operation }) => operation === 'listActiveCallouts')).toMatchObject({
      attempts: 3,
      failed: 1,
      outcomes: [{ outcome: 'network', attempts: 1 }],
      p50Ms: expect.any(Number),
    });
    expect(recent).toMatchObject({ failed: 1, credentialsRefused: 0 });
    expect(clocks.aura?.leastMs).toBeLessThanOrEqual(0);
    expect(clocks.aura?.mostMs).toBeGreaterThanOrEqual(0);
    expect(Date.parse(token?.expiresAt ?? '')).toBeGreaterThan(Date.now());
  });

  test('are added to what others counted in the same minute', async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    await auraClient().listResponseTypes({});
    await writeAuraRecord();
    await pool().query('update aura_call_minute set attempts = attempts + 10');
    const { rows } = await pool().query<{ within_ms: number }>('select within_ms from aura_call_minute');
    const again = { endpoint: 'listResponseTypes', outcome: 'ok', clock: null };
    recordAttempt({ ...again, durationMs: rows[0]?.within_ms ?? 0 });
    await writeAuraRecord();
    vi.useRealTimers();
    expect((await facts()).calls).toMatchObject([{ operation: 'listResponseTypes', attempts: 12 }]);
  });

  test('are answered, and counted later, while the database is unavailable', async () => {
    vi.spyOn(database(), 'execute').mockImplementation(() => {
      throw new Error('away');
    });
    await expect(auraClient().listResponseTypes({})).resolves.toBeTruthy();
    await writeAuraRecord();
    vi.restoreAllMocks();
    expect((await facts()).calls).toEqual([]);
    await writeAuraRecord();
    expect((await facts()).calls).toMatchObject([{ operation: 'listResponseTypes', attempts: 1 }]);
  });

  test('leave behind what the contract does not know: what, where, since when and how often', async () => {
    const { calloutId } = await raiseTestCallout();
    for (const step of ['own', 'dispatch']) await world.step(calloutId, step);
    await auraClient().readCallout({ calloutId });
    await writeAuraRecord();
    await auraClient().readCallout({ calloutId });
    await writeAuraRecord();
    const { drift } = await facts();
    expect(drift).toContainEqual({
      operation: 'readCallout',
      name: 'callout.incidentInformation[].sandboxDispatch',
      firstSeenAt: expect.any(String),
      lastSeenAt: expect.any(String),
      times: 2,
    });
  });

  test('are forgotten after two days; drift when it was not seen for thirty', async () => {
    await pool().query(`
      insert into aura_call_minute values (now() - interval '49 hours', 'old', 'ok', 10, 1),
        (now() - interval '47 hours', 'kept', 'ok', 10, 1);
      insert into aura_drift values ('old', 'x', now() - interval '60 days', now() - interval '31 days', 1),
        ('kept', 'x', now() - interval '60 days', now() - interval '29 days', 1)`);
    await forgetCalls(systemActor('records.sweep'), {});
    const kept = await pool().query(
      'select operation from aura_call_minute union all select operation from aura_drift',
    );
    expect(kept.rows).toEqual([{ operation: 'kept' }, { operation: 'kept' }]);
  });
});

test('what waits is counted, with the age of the oldest', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const { pressId } = newTestPress();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at)
     values ($1, $2, 'real', 'recorded', now(), now() - interval '2 minutes')`,
    [pressId, personId],
  );
  await pool().query(
    `insert into callout_message (id, callout_id, author, text, state, written_at)
     values (gen_random_uuid(), $1, 'person', 'x', 'queued', now())`,
    [calloutId],
  );
  await pool().query(
    `insert into scheduled_job (name, due_at, attempts) values ('records.sweep', now() - interval '90 seconds', 5)`,
  );
  const { queues, poller, asOf } = await facts();
  const age = (at: string | null) => Math.round((Date.parse(asOf) - Date.parse(at ?? '')) / 10_000) * 10;
  expect(queues).toMatchObject({
    presses: { count: 1 },
    messages: { count: 1 },
    jobs: { count: 1 },
    failingJobs: 1,
  });
  expect([age(queues.presses.oldestAt), age(queues.jobs.oldestAt)]).toEqual([120, 90]);
  expect(queues.ratings).toEqual({ count: 0, oldestAt: null });
  expect(poller.roundAt).toBeNull();
  await pool().query(`delete from press where id = $1`, [pressId]);
});

describe('registering webhooks', () => {
  test('registers our URL at AURA, stores that, and audits it', async () => {
    await world.flip({ webhookLoopback: 'allowed' });
    await pool().query(
      `insert into "user" (id, name, email, role, created_at, updated_at)
       values ('operator-1', 'Ada', 'ada@vigil.test', 'admin', now(), now())`,
    );
    const registered = await registerWebhooks(admin, {});
    expect(registered).toEqual({ ok: true, value: { url: expect.any(String), events: 15 } });
    expect(await world.control('GET', 'webhooks')).toMatchObject({
      registration: {
        url: `${env.APP_URL}/api/webhooks/aura`,
        headers: { authorization: 'Bearer a-webhook-token-of-this-test' },
      },
    });
    expect((await facts()).webhooks).toMatchObject({
      registration: { url: `${env.APP_URL}/api/webhooks/aura`, by: 'Ada' },
      obstacle: null,
    });
    const { rows } = await pool().query(`select detail from audit_entry where action = 'webhook.register'`);
    expect(rows).toEqual([{ detail: 'tried' }, { detail: 'done' }]);
  });

  test('names the event that AURA refused', async () => {
    await world.flip({ webhookLoopback: 'allowed' });
    const registering = registerWebhookUrl(`${env.APP_URL}/api/webhooks/aura`, 'token', [
      'RESPONDER_ACKNOWLEDGED_CALLOUT',
      'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA',
    ]);
    expect(await registering).toEqual({
      ok: false,
      code: 'webhook.event_refused',
      fields: { events: 'RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA' },
    });
  });

  test('reports a refusal and an unknown outcome, and stores nothing then', async () => {
    const kept = async () => (await pool().query('select id from webhook_registration')).rowCount;
    const before = await kept();
    await world.flip({ webhookLoopback: 'refused' });
    expect(await registerWebhooks(admin, {})).toEqual({ ok: false, code: 'aura.refused_change' });
    await world.control('POST', 'faults', { operation: 'registerWebhook', effect: 'html_page' });
    expect(await registerWebhooks(admin, {})).toEqual({ ok: false, code: 'aura.change_unsure' });
    expect(await kept()).toBe(before);
  });

  test('is not tried without a token, or for an address that AURA would not take', async () => {
    testEnv({ SANDBOX_URL: undefined });
    expect(await registerWebhooks(admin, {})).toEqual({ ok: false, code: 'webhook.not_https' });
    expect((await facts()).webhooks.obstacle).toBe('not_https');
    testEnv({ AURA_WEBHOOK_TOKEN: undefined });
    expect(await registerWebhooks(admin, {})).toEqual({ ok: false, code: 'webhook.no_token' });
  });
});
