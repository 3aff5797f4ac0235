import { afterAll, afterEach, expect, test } from 'vitest';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/platform/testing/test-callout.ts';
import { testWorld } from '#lib/platform/testing/test-world.ts';

const world = await testWorld();
const { refreshCallout } = await import('#lib/callouts/refresh-callout.ts');
const { askForCallout } = await import('#lib/callouts/shared-asking.ts');
const { readStatus } = await import('#lib/status/read-status.ts');
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
  const detail = await readStatus(viewer, { calloutId });
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

test('ten refreshes at once ask once and tell of one step once', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.step(calloutId, 'own');
  const calls = await world.callsOf('readCallout');
  await Promise.all(Array.from({ length: 10 }, () => refresh(calloutId)));
  expect(await world.callsOf('readCallout')).toBe(calls + 1);
  const { timeline } = await detailOf(calloutId);
  expect(timeline.map((fact) => fact.stage)).toEqual(['raised', 'owned']);
});

test('a reading that says less than we know moves nothing back, and one that was overtaken changes no words', async () => {
  const { calloutId } = await raiseTestCallout();
  const [earlier, later, latest] = [1, 2, 3].map((ms) => new Date(Date.now() + ms));
  const read = (stage: 'owned' | 'arrived' | 'dispatched', rawStatus: string, at: Date | undefined) =>
    applyReading(calloutId, { stage, rawStatus, incidents: [] }, 'poll', at ?? new Date());
  await read('arrived', 'Responder Arrived', later);
  await read('dispatched', 'Responder Dispatched', latest);
  await read('owned', 'Callout Owned', earlier);
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

test('who heard of something later than a reading began gets one that began after it', async () => {
  const { calloutId } = await raiseTestCallout();
  const calls = await world.callsOf('readCallout');
  await world.breakAura('readCallout', 'latency', [1]);
  const underWay = askForCallout(calloutId, new Date(0));
  const since = new Date(Date.now() + 1);
  const heard = await Promise.all(Array.from({ length: 5 }, () => askForCallout(calloutId, since)));
  for (const { at } of heard) expect(at >= since).toBe(true);
  expect((await underWay).at < since).toBe(true);
  expect(await world.callsOf('readCallout')).toBe(calls + 2);
});

test('what AURA told after the event was heard of is not asked for again', async () => {
  const { calloutId } = await raiseTestCallout();
  const heardAt = new Date();
  await refresh(calloutId);
  const calls = await world.callsOf('readCallout');
  const again = { calloutId, source: 'webhook', since: heardAt, hint: 'arrived' };
  expect(await refreshCallout(job, again)).toEqual({ ok: true, value: null });
  expect(await world.callsOf('readCallout')).toBe(calls);
  expect(await detailOf(calloutId)).toMatchObject({ stage: 'raised' });
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
