import { afterAll, afterEach, expect, test } from 'vitest';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/platform/testing/test-callout.ts';
import { testWorld } from '#lib/platform/testing/test-world.ts';

const world = await testWorld();
const { refreshCallout } = await import('#lib/callouts/refresh-callout.ts');
const { readCalloutDetail } = await import('#lib/callouts/read-callout-detail.ts');
const { watchOpenCallouts } = await import('#lib/callouts/watch-open-callouts.ts');
const { applyReading } = await import('#lib/callouts/store.ts');
const { pool } = await import('#lib/platform/db/database.ts');

afterAll(async () => {
  await pool().end();
  await world.close();
});

afterEach(async () => {
  await world.mendAura();
});

const job = systemActor('test');
const viewer = operatorActor('viewer', 'operator-1', 'Operator');

const refresh = (calloutId: number) => refreshCallout(job, { calloutId, source: 'poll' });

async function detailOf(calloutId: number) {
  const detail = await readCalloutDetail(viewer, { calloutId });
  if (!detail.ok) throw new Error(detail.code);
  return detail.value;
}

const STEPS = ['own', 'dispatch', 'arrive', 'complete', 'close'];

test('each step of the responder is seen, in order, with AURA’s own words beside it', async () => {
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

test('ten refreshes at once tell of one step once', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await Promise.all(Array.from({ length: 10 }, () => refresh(calloutId)));
  const { timeline } = await detailOf(calloutId);
  expect(timeline.map((fact) => fact.stage)).toEqual(['raised', 'owned']);
});

test('a reading that arrives late moves nothing back', async () => {
  const { calloutId } = await raiseTestCallout();
  const read = (stage: 'arrived' | 'dispatched', rawStatus: string) =>
    applyReading(calloutId, { stage, rawStatus, incidents: [] }, 'poll', new Date());
  await read('arrived', 'Responder Arrived');
  await read('dispatched', 'Responder Dispatched');
  const { stage, rawStatus, timeline } = await detailOf(calloutId);
  expect(stage).toBe('arrived');
  expect(rawStatus).toBe('Responder Dispatched');
  expect(timeline.map((fact) => fact.stage)).toEqual(['raised', 'arrived', null]);
});

test('a responder who is stood down changes the words and not the stage', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await refresh(calloutId);
  const reading = { stage: null, rawStatus: 'Responder Cancelled', incidents: [] };
  await applyReading(calloutId, reading, 'poll', new Date());
  expect(await detailOf(calloutId)).toMatchObject({ stage: 'owned', rawStatus: 'Responder Cancelled' });
});

test('while AURA does not answer, the last state stays, and it is known how old it is', async () => {
  const { calloutId } = await raiseTestCallout();
  const before = await detailOf(calloutId);
  await world.step(calloutId, 'own');
  await world.breakAura('readCallout', 'status');
  expect(await refresh(calloutId)).toEqual({ ok: false, code: 'aura.unavailable' });
  const after = await detailOf(calloutId);
  expect(after).toMatchObject({ stage: 'raised', asOf: before.asOf });
  expect(after.askedAt > before.askedAt).toBe(true);
});

test('a closed callout is never asked about again', async () => {
  const { calloutId } = await raiseTestCallout();
  for (const step of STEPS) await world.step(calloutId, step);
  await refresh(calloutId);
  const calls = await world.callsOf('readCallout');
  expect(await refresh(calloutId)).toEqual({ ok: true, value: null });
  await applyReading(calloutId, { stage: 'raised', rawStatus: 'created', incidents: [] }, 'poll', new Date());
  expect(await world.callsOf('readCallout')).toBe(calls);
  expect(await detailOf(calloutId)).toMatchObject({
    stage: 'closed',
    rawStatus: expect.stringMatching(/closed/i),
  });
});

test('a callout that we do not have is not asked about', async () => {
  expect(await refresh(987_654_321)).toEqual({ ok: false, code: 'callout.not_found' });
});

test('operators see the nested incident that AURA tells', async () => {
  const { calloutId, mobile } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  await world.step(calloutId, 'dispatch');
  await refresh(calloutId);
  const detail = await detailOf(calloutId);
  expect(detail.person).toEqual({ name: 'Thandi', surname: 'Nkosi', mobile });
  expect(detail.fix).toMatchObject({ latitude: -26.1, longitude: 28.05, accuracy: 12, source: 'live' });
  expect(detail.incidents).toHaveLength(1);
  expect(detail.incidents[0]?.responseType).toEqual(expect.any(String));
});

test('one round reads every open callout that is due, and none that is closed', async () => {
  await pool().query('update callout set closed_at = now() where closed_at is null');
  const raised = [await raiseTestCallout(), await raiseTestCallout(), await raiseTestCallout()];
  const ids = raised.map(({ calloutId }) => calloutId);
  await pool().query("update callout set asked_at = now() - interval '1 minute' where id = any($1)", [ids]);
  for (const id of ids) await world.step(id, 'own');
  expect(await watchOpenCallouts(job, {})).toEqual({ ok: true, value: { read: 3 } });
  for (const id of ids) expect(await detailOf(id)).toMatchObject({ stage: 'owned' });
  expect(await watchOpenCallouts(job, {})).toEqual({ ok: true, value: { read: 0 } });
});
