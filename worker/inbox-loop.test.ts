import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { jobs } from '#worker/jobs.ts';
import { repeat } from '#worker/repeat.ts';
import { listenForWakeUps } from '#worker/wake-ups.ts';

const world = await testWorld();

const PATIENCE = { timeout: patience(30_000), interval: 100 };

async function stateOf(table: 'press' | 'webhook_event'): Promise<string[]> {
  const { rows } = await pool().query<{ state: string }>(`select state from ${table}`);
  return rows.map(({ state }) => state);
}

test('while webhook events cannot get on, a press is delivered', async () => {
  const { calloutId } = await raiseTestCallout();
  const { personId, customerId } = await registerTestPerson();
  const holder = await pool().connect();
  const stopping = new AbortController();
  const wakeUps = listenForWakeUps(stopping.signal);
  const working = jobs
    .filter(({ name }) => ['webhook events', 'presses'].includes(name))
    .map((job) => repeat(job, wakeUps, stopping.signal));
  try {
    await holder.query('begin');
    await holder.query('select from callout where id = $1 for update', [calloutId]);
    const body = JSON.stringify({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
    await receiveWebhookEvent(systemActor('webhook.receive'), { body });
    await vi.waitFor(async () => {
      const { rows } = await pool().query('select from webhook_event where lease_until is not null');
      expect(rows).toHaveLength(1);
    }, PATIENCE);

    await world.breakAura('createCallout', 'status');
    await raisePress(personActor(personId, '192.0.2.1', customerId), newTestPress());
    expect(await stateOf('press')).toEqual(['recorded']);
    await world.restoreAura();
    await vi.waitFor(async () => expect(await stateOf('press')).toEqual(['delivered']), PATIENCE);
    expect(await stateOf('webhook_event')).toEqual(['received']);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  await vi.waitFor(async () => expect(await stateOf('webhook_event')).toEqual(['processed']), PATIENCE);
  stopping.abort();
  await Promise.all(working);
});
