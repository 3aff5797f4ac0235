import { afterEach, describe, expect, test } from 'vitest';
import { applyActiveList } from '#lib/callouts/apply-active-list.ts';
import { responseAfterCancel } from '#lib/callouts/model.ts';
import { applyReading } from '#lib/callouts/reading-store.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { requestCallout } from '#lib/callouts/single-flight.ts';
import { markCancelled } from '#lib/callouts/store.ts';
import { readStatus } from '#lib/console/callout-page/read-status.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

afterEach(async () => {
  await world.restoreAura();
  await pool().query('truncate following');
});

const job = systemActor('test');
const viewer = operatorActor('viewer', 'operator-1', 'Operator');

const refresh = (calloutId: number) => refreshCallout(job, { calloutId, source: 'poll' });

async function detailOf(calloutId: number) {
  const detail = await readStatus(viewer, { calloutId });
  if (!detail.ok) throw new Error(detail.code);
  return detail.value;
}

const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'];

test('each step of the responder is seen, in order, with AURA’s own text beside it', async () => {
  const { calloutId } = await raiseTestCallout();
  for (const step of STEPS) {
    await world.step(calloutId, step);
    await refresh(calloutId);
  }
  const { stage, closedAt, timeline } = await detailOf(calloutId);
  expect(stage).toBe('closed');
  expect(closedAt).not.toBeNull();
  expect(timeline.map((fact) => fact.stage)).toEqual([
    'raised',
    'owned',
    'dispatched',
    'arrived',
    'completed',
    'closed',
  ]);
  expect(timeline.map((fact) => fact.source)).toEqual(['press', ...STEPS.map(() => 'poll')]);
  for (const fact of timeline) expect(fact.event).toEqual(expect.any(String));
});

test('asking again learns nothing new and writes nothing new', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await refresh(calloutId);
  const before = await detailOf(calloutId);
  await Promise.all(Array.from({ length: 10 }, () => refresh(calloutId)));
  const after = await detailOf(calloutId);
  expect(after.timeline).toEqual(before.timeline);
  expect(after.asOf > before.asOf).toBe(true);
});

test('ten concurrent refreshes make one read and add one fact', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  const calls = await world.callsOf('readCallout');
  await Promise.all(Array.from({ length: 10 }, () => refresh(calloutId)));
  expect(await world.callsOf('readCallout')).toBe(calls + 1);
  const { timeline } = await detailOf(calloutId);
  expect(timeline.map((fact) => fact.stage)).toEqual(['raised', 'owned']);
});

test('an older stage moves nothing back, and an overtaken reading does not change the text', async () => {
  const { calloutId } = await raiseTestCallout();
  const [earlier, later, latest] = [1, 2, 3].map((ms) => new Date(Date.now() + ms));
  const read = (rawStatus: string, at: Date | undefined) =>
    applyReading(calloutId, { rawStatus, incidents: [] }, {}, 'poll', at ?? new Date());
  await read('Responder Arrived', later);
  await read('Responder Dispatched', latest);
  await read('Callout Owned', earlier);
  const { stage, rawStatus, timeline } = await detailOf(calloutId);
  expect(stage).toBe('arrived');
  expect(rawStatus).toBe('Responder Dispatched');
  expect(timeline.map((fact) => fact.stage)).toEqual(['raised', 'arrived', null]);
});

test('standing one responder down changes the text and not the stage', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await refresh(calloutId);
  const reading = { rawStatus: 'Responder Cancelled', incidents: [] };
  await applyReading(calloutId, reading, {}, 'poll', new Date());
  expect(await detailOf(calloutId)).toMatchObject({ stage: 'owned', rawStatus: 'Responder Cancelled' });
});

test('while AURA does not answer, the last state stays, with its age', async () => {
  const { calloutId } = await raiseTestCallout();
  const before = await detailOf(calloutId);
  await world.step(calloutId, 'own');
  await world.breakAura('readCallout', 'status');
  expect(await refresh(calloutId)).toEqual({ ok: false, code: 'aura.unavailable' });
  const after = await detailOf(calloutId);
  expect(after).toMatchObject({ stage: 'raised', asOf: before.asOf });
  expect(after.askedAt > before.askedAt).toBe(true);
});

test('single flight: a caller with a later change gets a read that began after it', async () => {
  const { calloutId } = await raiseTestCallout();
  const calls = await world.callsOf('readCallout');
  await world.breakAura('readCallout', 'latency', [1]);
  const underWay = requestCallout(calloutId, new Date(0));
  const since = new Date(Date.now() + 1);
  const heard = await Promise.all(Array.from({ length: 5 }, () => requestCallout(calloutId, since)));
  for (const { at } of heard) expect(at >= since).toBe(true);
  expect((await underWay).at < since).toBe(true);
  expect(await world.callsOf('readCallout')).toBe(calls + 2);
});

test('a read after the event’s arrival is reused', async () => {
  const { calloutId } = await raiseTestCallout();
  const heardAt = new Date();
  await refresh(calloutId);
  const calls = await world.callsOf('readCallout');
  const again = { calloutId, source: 'webhook', since: heardAt, named: ['arrived'] };
  expect(await refreshCallout(job, again)).toEqual({ ok: true, value: null });
  expect(await world.callsOf('readCallout')).toBe(calls);
  // The event's stage counts, as AURA's text may skip stages.
  expect(await detailOf(calloutId)).toMatchObject({ stage: 'arrived', rawStatus: 'created' });
});

test('a closed callout is not read again', async () => {
  const { calloutId } = await raiseTestCallout();
  for (const step of STEPS) await world.step(calloutId, step);
  await refresh(calloutId);
  const calls = await world.callsOf('readCallout');
  expect(await refresh(calloutId)).toEqual({ ok: true, value: null });
  await applyReading(calloutId, { rawStatus: 'created', incidents: [] }, {}, 'poll', new Date());
  expect(await world.callsOf('readCallout')).toBe(calls);
  expect(await detailOf(calloutId)).toMatchObject({
    stage: 'closed',
    rawStatus: expect.stringMatching(/closed/i),
  });
});

test('an unknown callout is not read', async () => {
  expect(await refresh(987_654_321)).toEqual({ ok: false, code: 'callout.not_found' });
});

test('operators see AURA’s nested incident', async () => {
  const { calloutId, mobile } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await world.step(calloutId, 'dispatch');
  await refresh(calloutId);
  const detail = await detailOf(calloutId);
  expect(detail.person).toEqual({ latinName: null, name: 'Thandi', surname: 'Nkosi', mobile });
  expect(detail.fix).toMatchObject({ latitude: -26.1, longitude: 28.05, accuracy: 12, source: 'live' });
  expect(detail.incidents).toHaveLength(1);
  expect(detail.incidents[0]?.responseType).toEqual(expect.any(String));
});

test('an operator may ask for a reading, and only ask', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  const operator = operatorActor('operator', 'operator-2', 'Operator');
  const more = { calloutId, source: 'device', named: ['closed', 'arrived'], isRefused: true };
  expect(await refreshCallout(operator, more)).toEqual({ ok: true, value: null });
  const { stage, closedAt, timeline } = await detailOf(calloutId);
  expect([stage, closedAt, timeline.at(-1)?.source]).toEqual(['owned', null, 'operator']);
  expect(await refreshCallout(viewer, { calloutId })).toEqual({ ok: false, code: 'permission.denied' });
});

describe('the budget of calls', () => {
  const readsLeft = async () => {
    const { rows } = await pool().query<{ left: number }>('select reads_left as left from following');
    return rows[0]?.left ?? Number.NaN;
  };
  const spend = (left: number) =>
    pool().query(
      `insert into following (id, reads_left, reads_counted_at) values (1, $1, now() + interval '1 hour')
       on conflict (id) do update set reads_left = $1, reads_counted_at = now() + interval '1 hour'`,
      [left],
    );

  test.each(['poll', 'webhook', 'device', 'person', 'operator'] as const)(
    'counts a reading whoever asks for it: %s',
    async (source) => {
      const { calloutId } = await raiseTestCallout();
      await spend(40);
      await refreshCallout(job, { calloutId, source });
      expect(await readsLeft()).toBe(39);
    },
  );

  test('when used up, stops background reads, and refuses operators', async () => {
    const { calloutId } = await raiseTestCallout();
    await spend(0);
    const calls = await world.callsOf('readCallout');
    const operator = operatorActor('operator', 'operator-2', 'Operator');
    for (const asking of [
      refreshCallout(job, { calloutId, source: 'poll' }),
      refreshCallout(job, { calloutId, source: 'webhook' }),
      refreshCallout(operator, { calloutId }),
    ]) {
      expect(await asking).toEqual({ ok: false, code: 'aura.reads_spent' });
    }
    expect(await world.callsOf('readCallout')).toBe(calls);
    expect(await refreshCallout(job, { calloutId, source: 'person' })).toMatchObject({ ok: true });
  });

  test('when used up, a callout that AURA refused as closed is closed without a read', async () => {
    const { calloutId } = await raiseTestCallout();
    await spend(-1_000);
    const calls = await world.callsOf('readCallout');
    await refreshCallout(job, { calloutId, source: 'device', isRefused: true });
    expect(await world.callsOf('readCallout')).toBe(calls);
    const { stage, timeline } = await detailOf(calloutId);
    expect(stage).toBe('closed');
    expect(timeline.at(-1)).toMatchObject({ event: 'AURA takes no more positions for it', source: 'device' });
  });
});

test('incident detail has its own age, which AURA’s list does not renew', async () => {
  const { calloutId } = await raiseTestCallout();
  expect((await detailOf(calloutId)).incidentsAsOf).toBeNull();
  await refresh(calloutId);
  const { incidentsAsOf } = await detailOf(calloutId);
  expect(incidentsAsOf).not.toBeNull();
  await applyActiveList(new Date(), 'poll');
  const later = await detailOf(calloutId);
  expect(later.incidentsAsOf).toBe(incidentsAsOf);
  expect(later.asOf > (incidentsAsOf ?? '')).toBe(true);
});

describe('a response that goes on after it was called off', () => {
  async function calledOff() {
    const { calloutId } = await raiseTestCallout();
    await markCancelled(calloutId, 'operator', new Date());
    return calloutId;
  }

  test('is shown by AURA’s text beside a stage that never goes back', async () => {
    const calloutId = await calledOff();
    await refresh(calloutId);
    expect(responseAfterCancel(await detailOf(calloutId))).toBeNull();
    for (const step of ['own', 'dispatch']) await world.step(calloutId, step);
    await refresh(calloutId);
    const detail = await detailOf(calloutId);
    expect(detail.stage).toBe('cancelled');
    expect(responseAfterCancel(detail)).toMatchObject({ words: 'Responder Dispatched' });
  });

  test('is shown by an event after the cancellation, and not by one before', async () => {
    const before = new Date(Date.now() - 60_000);
    const calloutId = await calledOff();
    const heard = { calloutId, source: 'webhook', named: ['dispatched'] };
    await refreshCallout(job, { ...heard, since: before });
    expect(responseAfterCancel(await detailOf(calloutId))).toBeNull();
    await refreshCallout(job, heard);
    expect(responseAfterCancel(await detailOf(calloutId))).toMatchObject({ words: 'dispatched' });
  });
});
