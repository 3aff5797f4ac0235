import { beforeEach, expect, test, vi } from 'vitest';
import { findCallout, recordCallout } from '#lib/callouts/store.ts';
import { pool, transaction } from '#lib/db/database.ts';
import { readMessages } from '#lib/following/messages/read-messages.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout, registerTestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { forgetWebhookEvents } from '#lib/webhooks/forget-webhook-events.ts';
import { processWebhookEvents } from '#lib/webhooks/process-webhook-events.ts';
import { receiveWebhookEvent } from '#lib/webhooks/receive-webhook-event.ts';
import { replayWebhookEvent } from '#lib/webhooks/replay-webhook-event.ts';
import { claimDue, recordOutcomes } from '#lib/webhooks/store.ts';

const world = await testWorld();

beforeEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await pool().query('truncate webhook_event, following');
  await pool().query('update callout set closed_at = now() where closed_at is null');
});

const aura = systemActor('webhook.receive');
const job = systemActor('webhook.process');
const viewer = operatorActor('viewer', 'operator-1', 'Viewer');
const operator = operatorActor('operator', 'operator-2', 'Operator');

async function receive(body: unknown): Promise<void> {
  expect(await receiveWebhookEvent(aura, { body: JSON.stringify(body) })).toMatchObject({ ok: true });
}

const process = () => processWebhookEvents(job, {});

async function events() {
  const { rows } = await pool().query<{
    id: string;
    message: string | null;
    state: string;
    problem: string | null;
    attempts: number;
    repeat_of: string | null;
  }>('select id, message, state, problem, attempts, repeat_of from webhook_event order by id');
  return rows;
}

async function stageOf(calloutId: number): Promise<string> {
  const read = await readCallout(viewer, { calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value.stage;
}

/** Makes every queued event due. */
const skipWait = () =>
  pool().query("update webhook_event set due_at = now() - interval '1 s' where state <> 'processed'");

test('an event is kept sealed before anything is done, and its callout is then read at AURA', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId, address: 'Blue Gate Road' } });
  const { rows } = await pool().query<{ whole: string }>(
    'select webhook_event::text as whole from webhook_event',
  );
  expect(rows[0]?.whole).not.toContain('Blue Gate');
  expect(await stageOf(calloutId)).toBe('raised');
  await process();
  expect(await stageOf(calloutId)).toBe('owned');
  expect(await events()).toMatchObject([{ state: 'processed', problem: null, attempts: 1, repeat_of: null }]);
});

test('events and AURA’s text complement each other', async () => {
  const { calloutId } = await raiseTestCallout();
  await receive({ message: 'RESPONDER_MANUALLY_DISPATCHED', callout: { id: calloutId } });
  await receive({ message: 'RESPONDER_ARRIVED_ON_SCENE', callout: { id: calloutId } });
  await process();
  expect(await stageOf(calloutId)).toBe('arrived');
  for (const step of ['own', 'dispatch', 'arrive', 'complete']) await world.step(calloutId, step);
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await process();
  expect(await stageOf(calloutId)).toBe('completed');
  const { rows } = await pool().query('select stage from callout_fact where callout_id = $1 order by id', [
    calloutId,
  ]);
  expect(rows.map(({ stage }) => stage)).toEqual(['raised', 'dispatched', 'arrived', 'completed']);
});

test('repeats are marked, and are worked all the same', async () => {
  const { calloutId } = await raiseTestCallout();
  const said = { message: 'CALLOUT_EVENTS_CHANGED', callout: { id: calloutId } };
  await Promise.all([receive(said), receive(said)]);
  await process();
  await receive(said);
  const calls = await world.callsOf('readCallout');
  await process();
  const [first, ...repeats] = await events();
  expect(first?.repeat_of).toBeNull();
  expect(repeats.map(({ repeat_of }) => repeat_of)).toEqual([first?.id, first?.id]);
  expect((await events()).every(({ state }) => state === 'processed')).toBe(true);
  expect(await world.callsOf('readCallout')).toBe(calls + 1);
});

test('a hundred events of one callout cost one reading', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      receive({ message: 'CALLOUT_OWNED', n, callout: { id: calloutId } }),
    ),
  );
  const calls = await world.callsOf('readCallout');
  await process();
  expect(await world.callsOf('readCallout')).toBe(calls + 1);
  expect(await stageOf(calloutId)).toBe('owned');
});

test('events of many callouts cost one list, and each of them moves', async () => {
  const raised = await Promise.all(Array.from({ length: 12 }, () => raiseTestCallout()));
  for (const { calloutId } of raised) {
    await world.step(calloutId, 'own');
    await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  }
  const before = {
    list: await world.callsOf('listActiveCallouts'),
    read: await world.callsOf('readCallout'),
  };
  await process();
  for (const { calloutId } of raised) expect(await stageOf(calloutId)).toBe('owned');
  expect(await world.callsOf('listActiveCallouts')).toBe(before.list + 1);
  expect(await world.callsOf('readCallout')).toBe(before.read);
});

test('an event for a callout that we do not know waits, and is worked when we do', async () => {
  const { personId, customerId } = await registerTestPerson();
  const location = { latitude: -26.1, longitude: 28.05, accuracy: 12 };
  const { calloutId, status } = await auraClient().createCallout({ customerId, location, responseTypeId: 1 });
  await receive({ message: 'NEW_CALLOUT', callout: { id: calloutId } });
  await process();
  expect(await events()).toMatchObject([{ state: 'waiting', problem: 'unknown_callout', attempts: 1 }]);
  await transaction((tx) =>
    recordCallout(tx, {
      calloutId,
      personId,
      kind: 'real',
      rawStatus: status,
      trackingUrl: null,
      responseTypeId: 1,
      fix: null,
      at: new Date(),
    }),
  );
  await process();
  expect(await events()).toMatchObject([{ state: 'waiting' }]);
  await skipWait();
  await process();
  expect(await events()).toMatchObject([{ state: 'processed', problem: null, attempts: 2 }]);
});

test('a message event causes a read of the conversation', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.say(calloutId, 'We are two minutes away');
  await receive({ message: 'CALLOUT_EVENTS_CHANGED', callout: { id: calloutId } });
  await process();
  expect(JSON.stringify(await readMessages(viewer, { calloutId }))).toContain('We are two minutes away');
  expect(await events()).toMatchObject([{ state: 'processed' }]);
});

test('a conversation is not read again for an event that came before it was read', async () => {
  const { calloutId } = await raiseTestCallout();
  const said = { message: 'CALLOUT_EVENTS_CHANGED', callout: { id: calloutId } };
  await receive(said);
  await receive({ ...said, again: true });
  await pool().query(
    `update webhook_event set due_at = now() + interval '1 hour' where id = (select max(id) from webhook_event)`,
  );
  await process();
  const reads = await world.callsOf('listEvents');
  await skipWait();
  await process();
  expect(await world.callsOf('listEvents')).toBe(reads);
  expect(await events()).toMatchObject([{ state: 'processed' }, { state: 'processed' }]);
  await receive({ ...said, later: true });
  await process();
  expect(await world.callsOf('listEvents')).toBe(reads + 1);
});

test('while the rate limit is used up, events wait without counting attempts', async () => {
  const { calloutId } = await raiseTestCallout();
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await pool().query('insert into following (id, reads_left, reads_counted_at) values (1, -1000, now())');
  await process();
  expect(await events()).toMatchObject([{ state: 'received', attempts: 0 }]);
  await pool().query('truncate following');
  await skipWait();
  await process();
  expect(await events()).toMatchObject([{ state: 'processed' }]);
});

test('retries end, as unknown callout or as unanswered', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.breakAura('readCallout', 'status');
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await receive({ message: 'CALLOUT_OWNED', callout: { id: 987_654_321 } });
  await pool().query('update webhook_event set attempts = 13');
  await process();
  expect(await events()).toMatchObject([
    { state: 'failed', problem: 'aura_unavailable' },
    { state: 'unknown', problem: 'unknown_callout' },
  ]);
});

test('an event whose name we do not know has its callout read all the same', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await receive({
    message: 'NEW_CALLOUT_FOR_INSTANCE',
    callout: { id: calloutId, incidentInformation: [{}] },
  });
  await process();
  expect(await events()).toMatchObject([{ state: 'processed', problem: null }]);
  expect(await findCallout(calloutId)).toMatchObject({ stage: 'owned' });
});

test('what we cannot read is kept and shown as unknown', async () => {
  await receive({ message: 'NO_SUCH_EVENT' });
  await receive(['not', 'an', 'event']);
  await receive('\u0000 and \ud800 alone');
  await receive({ message: 'CALLOUT_\u0000OWNED' });
  await process();
  expect(await events()).toMatchObject([
    { message: 'NO_SUCH_EVENT', state: 'unknown', problem: 'unknown_event' },
    { message: null, state: 'unknown', problem: 'unknown_shape' },
    { message: null, state: 'unknown', problem: 'unknown_shape' },
    { message: 'CALLOUT_OWNED', state: 'unknown', problem: 'unknown_shape' },
  ]);
});

test('a body that is not JSON is kept and worked as unknown; an empty one is refused', async () => {
  const bodies = ['', '{', 'message=NEW_CALLOUT', '['.repeat(200_000)];
  const taken = await Promise.all(bodies.map((body) => receiveWebhookEvent(aura, { body })));
  expect(taken.map(({ ok }) => ok)).toEqual([false, true, true, true]);
  await process();
  expect(await events()).toMatchObject(Array(3).fill({ state: 'unknown', problem: 'unknown_shape' }));
});

test('an event of an unknown customer is retried like one of a callout', async () => {
  await receive({ message: 'CREATED_CUSTOMER', customer: { id: 987_654_321 } });
  await process();
  expect(await events()).toMatchObject([{ state: 'waiting', problem: 'unknown_customer' }]);
});

test('an operator replays an event, which reads AURA again and is audited; a viewer may not', async () => {
  const { calloutId } = await raiseTestCallout();
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await process();
  const eventId = Number((await events())[0]?.id);
  await world.step(calloutId, 'own');
  expect(await replayWebhookEvent(viewer, { eventId })).toEqual({ ok: false, code: 'permission.denied' });
  expect(await replayWebhookEvent(operator, { eventId })).toEqual({ ok: true, value: null });
  await process();
  expect(await stageOf(calloutId)).toBe('owned');
  const { rows } = await pool().query('select subject from audit_entry where action = $1', [
    'webhook.replay',
  ]);
  expect(rows).toEqual([{ subject: `${eventId}` }]);
  expect(await replayWebhookEvent(operator, { eventId: 999_999 })).toMatchObject({
    code: 'webhook.not_found',
  });
});

test('events of a crashed process are claimed again, and only then', async () => {
  const { calloutId } = await raiseTestCallout();
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  await pool().query("update webhook_event set lease_until = now() + interval '30 s'");
  await process();
  expect(await events()).toMatchObject([{ state: 'received' }]);
  await pool().query("update webhook_event set lease_until = now() - interval '1 s'");
  await process();
  expect(await events()).toMatchObject([{ state: 'processed' }]);
});

test('what was put back while it was being worked is worked again', async () => {
  const { calloutId } = await raiseTestCallout();
  await receive({ message: 'CALLOUT_OWNED', callout: { id: calloutId } });
  const [claimed] = await claimDue(10);
  const eventId = claimed?.id ?? 0;
  expect(await replayWebhookEvent(operator, { eventId })).toMatchObject({ ok: true });
  const outcome = { id: eventId, leaseToken: claimed?.leaseToken ?? null, afterMs: null };
  const processed = { ...outcome, state: 'processed' as const, attempts: 1, problem: null };
  await recordOutcomes([processed], [], new Date());
  expect(await events()).toMatchObject([{ state: 'received', attempts: 0 }]);
});

test('deliveries are forgotten after thirty days', async () => {
  await receive({ message: 'A' });
  await receive({ message: 'B' });
  await pool().query("update webhook_event set received_at = now() - interval '31 days' where message = 'A'");
  await forgetWebhookEvents(systemActor('records.retain'), { atMost: 1_000 });
  expect(await events()).toMatchObject([{ message: 'B' }]);
});
