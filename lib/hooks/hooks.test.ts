import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { passTime } from '#lib/testing/pass-time.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { type Received, testReceiver } from '#lib/testing/test-receiver.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { createHook } from './create-hook.ts';
import { deliverDueHooks } from './deliver-due-hooks.ts';
import { editHook } from './edit-hook.ts';
import { forgetHookEvents } from './forget-hook-events.ts';
import { listHooks } from './list-hooks.ts';
import { RETRY_MS } from './model.ts';
import { replayHookDelivery } from './replay-hook-delivery.ts';
import { replayHooksSince } from './replay-hooks-since.ts';
import { rotateHookSecret } from './rotate-hook-secret.ts';
import { switchHook } from './switch-hook.ts';

// What another system is told, and how long it is tried.

const world = await testWorld();
const { actor: admin } = await testOperator('admin', 'Ada');
const system = systemActor('test');
const deliver = () => deliverDueHooks(system, {});

beforeEach(async () => {
  vi.useRealTimers();
  await pool().query('truncate hook_endpoint, hook_event, hook_delivery');
});

async function hooked(name = 'Dispatch') {
  const receiver = await testReceiver();
  const made = await createHook(admin, { name, url: receiver.url });
  if (!made.ok) throw new Error(made.code);
  const listed = await list();
  const endpointId = listed.endpoints.find((each) => each.url === receiver.url)?.endpointId ?? '';
  return { ...receiver, secret: made.value.secret, endpointId };
}

async function list() {
  const listed = await listHooks(admin, {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}

async function moved(calloutId: number, step: string) {
  await world.step(calloutId, step);
  await refreshCallout(system, { calloutId, source: 'poll' });
}

const dataOf = ({ body }: Received) => JSON.parse(body).data;

/** As a receiver checks it, by the specification. */
function isSignedBy({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const own = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(own);
}

const audited = async () => {
  const { rows } = await pool().query(
    `select action from audit_entry where action like 'hook.%' and actor_id = $1 order by id desc`,
    [admin.role === 'admin' ? admin.operatorId : ''],
  );
  return rows.map(({ action }) => action);
};

describe('another system', () => {
  test('is told of each stage once, signed, with ids only', async () => {
    const { received, secret } = await hooked();
    const { calloutId } = await raiseTestCallout();
    await moved(calloutId, 'own');
    await moved(calloutId, 'dispatch');
    await deliver();
    await deliver();
    const told = received.map(dataOf).toSorted((a, b) => a.sequence - b.sequence);
    expect(told).toEqual(
      ['raised', 'owned', 'dispatched'].map((stage) => ({
        ...{ calloutId, kind: 'real', stage },
        sequence: expect.any(Number),
      })),
    );
    expect(received.every((one) => isSignedBy(one, secret))).toBe(true);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(received[0]?.headers['content-type']).toBe('application/json');
  });

  test('is told how a press ended, and nothing while it is held', async () => {
    const { received } = await hooked();
    const { personId, customerId } = await registerTestPerson();
    const person = personActor(personId, '192.0.2.1', customerId);
    const sent = newTestPress();
    await raisePress(person, sent);
    const back = newTestPress({ graceSeconds: 30 });
    await raisePress(person, back);
    await deliver();
    const outcomes = () => received.map(dataOf).filter(({ pressId }) => pressId);
    expect(outcomes()).toEqual([
      expect.objectContaining({ pressId: sent.pressId, outcome: 'delivered', calloutId: expect.any(Number) }),
    ]);
    await withdrawPress(person, { pressId: back.pressId });
    await deliver();
    expect(outcomes().at(-1)).toMatchObject({ pressId: back.pressId, outcome: 'withdrawn', calloutId: null });
  });

  test('gets nothing of what a transaction took back', async () => {
    const { received } = await hooked();
    const { calloutId } = await raiseTestCallout();
    const client = await pool().connect();
    await client.query('begin');
    await client.query(`update callout set stage = 'arrived' where id = $1`, [calloutId]);
    await client.query('rollback');
    client.release();
    await deliver();
    expect(received.map(dataOf)).toMatchObject([{ calloutId, stage: 'raised' }]);
  });

  test('nothing is kept while there is none', async () => {
    await raiseTestCallout();
    expect((await pool().query('select from hook_event')).rowCount).toBe(0);
  });
});

describe('a webhook that is not taken', () => {
  test('is tried by the schedule with the same id, then counts as failed and can be replayed', async () => {
    const { received, answer, secret } = await hooked();
    answer(500);
    await raiseTestCallout();
    await deliver();
    await deliver();
    expect(received).toHaveLength(1);
    for (const pause of RETRY_MS) {
      await passTime(pool(), 'hook_delivery', pause * 1.2 + 1_000);
      await deliver();
    }
    expect(received).toHaveLength(RETRY_MS.length + 1);
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ body }) => body)).size).toBe(1);
    expect(received.every((one) => isSignedBy(one, secret))).toBe(true);
    const { troubled, endpoints } = await list();
    expect(troubled).toMatchObject([{ state: 'failed', problem: 'status', status: 500 }]);
    expect(endpoints).toMatchObject([{ failed: 1, waiting: 0, lastDeliveredAt: null }]);
    answer(204);
    const replay = { deliveryId: troubled[0]?.deliveryId };
    expect(await replayHookDelivery(admin, replay)).toMatchObject({ ok: true });
    await deliver();
    expect(await list()).toMatchObject({ troubled: [], endpoints: [{ failed: 0 }] });
    expect((await audited())[0]).toBe('hook.replay');
  });

  test.each([301, 302, 400, 404, 410])('because of a %i is tried again', async (status) => {
    const { received, answer, url } = await hooked();
    answer(status, { location: `${url}/elsewhere` });
    await raiseTestCallout();
    await deliver();
    expect(received).toHaveLength(1);
    expect((await list()).troubled).toMatchObject([{ state: 'waiting', attempts: 1, status }]);
  });

  test('holds up no other system', async () => {
    const dead = await hooked('Dead');
    const alive = await hooked('Alive');
    dead.answer(503);
    for (let nth = 0; nth < 12; nth += 1) await raiseTestCallout();
    await pool().query(
      `update hook_delivery set due_at = due_at - interval '1 hour' where endpoint_id = $1`,
      [dead.endpointId],
    );
    await deliver();
    expect(dead.received).toHaveLength(8);
    expect(alive.received).toHaveLength(8);
  });
});

describe('an admin', () => {
  test.each([
    'http://example.com/',
    'https://10.0.0.1/',
    'https://metadata.internal/',
    'https://u:p@example.com/',
    'x',
  ])('may not name %s', async (url) => {
    expect(await createHook(admin, { name: 'Bad', url })).toMatchObject({ code: 'hook.not_public' });
  });

  test('switches one off, after which it gets nothing, and what waited is shown as failed', async () => {
    const { received, endpointId } = await hooked();
    await raiseTestCallout();
    await switchHook(admin, { endpointId, to: 'off' });
    await raiseTestCallout();
    await deliver();
    expect(received).toEqual([]);
    expect((await list()).troubled).toMatchObject([{ state: 'failed', problem: 'switched_off' }]);
    expect((await audited()).slice(0, 2)).toEqual(['hook.switch_off', 'hook.create']);
  });

  test('replays what happened since a time, also what was never to be sent', async () => {
    const { received, endpointId } = await hooked();
    const first = await raiseTestCallout();
    await deliver();
    await switchHook(admin, { endpointId, to: 'off' });
    const second = await raiseTestCallout();
    await switchHook(admin, { endpointId, to: 'on' });
    const since = new Date(Date.now() - 60_000).toISOString();
    expect(await replayHooksSince(admin, { endpointId, since })).toEqual({
      ok: true,
      value: { replayed: 2 },
    });
    await deliver();
    const ids = [first, second].map(({ calloutId }) => calloutId);
    expect(received.map((one) => dataOf(one).calloutId).toSorted()).toEqual([ids[0], ...ids].toSorted());
    const later = { endpointId, since: new Date(Date.now() + 60_000).toISOString() };
    expect(await replayHooksSince(admin, later)).toMatchObject({ value: { replayed: 0 } });
  });

  test('replays to one system only: another gets nothing again of the same events', async () => {
    const [one, other] = [await hooked('One'), await hooked('Other')];
    other.answer(500);
    await raiseTestCallout();
    await deliver();
    other.answer(204);
    const counts = () => [one.received.length, other.received.length];
    expect(counts()).toEqual([1, 1]);
    const deliveryId = (await list()).troubled[0]?.deliveryId;
    await replayHookDelivery(admin, { deliveryId });
    await deliver();
    expect(counts()).toEqual([1, 2]);
    const since = new Date(Date.now() - 60_000).toISOString();
    expect(await replayHooksSince(admin, { endpointId: one.endpointId, since })).toMatchObject({
      value: { replayed: 1 },
    });
    await deliver();
    expect(counts()).toEqual([2, 2]);
  });

  test('rotates the secret, and for a day both sign', async () => {
    const { received, endpointId, secret } = await hooked();
    const rotated = await rotateHookSecret(admin, { endpointId });
    const next = rotated.ok ? rotated.value.secret : '';
    await raiseTestCallout();
    await deliver();
    const [both] = received;
    expect(both && [isSignedBy(both, secret), isSignedBy(both, next)]).toEqual([true, true]);
    await pool().query(`update hook_endpoint set previous_until = now() - interval '1 second'`);
    await raiseTestCallout();
    await deliver();
    const last = received.at(-1);
    expect(last && [isSignedBy(last, secret), isSignedBy(last, next)]).toEqual([false, true]);
  });

  test('edits an address, and what waits goes to the new one', async () => {
    const { received, endpointId } = await hooked();
    const other = await testReceiver();
    await raiseTestCallout();
    await editHook(admin, { endpointId, name: 'Moved', url: other.url });
    await deliver();
    expect([received.length, other.received.length]).toEqual([0, 1]);
  });
});

test('an address and its secrets are sealed in the database', async () => {
  const { url, secret } = await hooked();
  const { rows } = await pool().query('select url, secret from hook_endpoint');
  expect(JSON.stringify(rows)).not.toContain(url);
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('old events are forgotten, but not what is still on its way', async () => {
  await hooked();
  await raiseTestCallout();
  await deliver();
  await raiseTestCallout();
  await pool().query(`update hook_event set at = at - interval '40 days'`);
  expect(await forgetHookEvents(system, {})).toEqual({ ok: true, value: { removed: 1 } });
  expect((await pool().query('select from hook_delivery')).rowCount).toBe(1);
});
