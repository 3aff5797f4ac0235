import { beforeEach, expect, test, vi } from 'vitest';
import { calloutView } from '#lib/aura/contract/callout-shapes.ts';
import { anyUrl } from '#lib/aura/contract/hosted-url.ts';
import { acquireRateToken, readPace } from '#lib/callouts/follow-store.ts';
import { pollOpenCallouts } from '#lib/callouts/poll-open-callouts.ts';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { listCallouts } from '#lib/console/board/list-callouts.ts';
import { pool } from '#lib/db/database.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor, systemActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

const world = await testWorld();

beforeEach(async () => {
  await world.restoreAura();
  await pool().query('truncate following');
  await pool().query('update callout set closed_at = now() where closed_at is null');
});

const job = systemActor('test');
const viewer = operatorActor('viewer', 'operator-1', 'Operator');

/** A round that is due, then the single reads that it caused, and a few in turn. */
async function round() {
  await pool().query('update following set round_at = null');
  const rounded = await watchOpenCallouts(job, {});
  if (!rounded.ok) throw new Error(rounded.code);
  await pollOpenCallouts(job, { which: 'changed' });
  await pollOpenCallouts(job, { which: 'in_turn', most: 10 });
  return rounded.value;
}

/** The number of calls to AURA that work makes. */
async function costOf(work: () => Promise<unknown>) {
  const count = async () => ({
    lists: await world.callsOf('listActiveCallouts'),
    reads: await world.callsOf('readCallout'),
  });
  const before = await count();
  await work();
  const after = await count();
  return { lists: after.lists - before.lists, reads: after.reads - before.reads };
}

async function calloutOf(calloutId: number) {
  const read = await readCallout(viewer, { calloutId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

test('one list covers every open callout, and changed ones are then read singly', async () => {
  const raised = await Promise.all(Array.from({ length: 12 }, () => raiseTestCallout()));
  await round();
  await pool().query('update callout set detail_at = now()');
  const [moved, ...others] = raised;
  await world.step(moved?.calloutId ?? 0, 'own');
  expect(await costOf(round)).toEqual({ lists: 1, reads: 1 });
  const seen = await calloutOf(moved?.calloutId ?? 0);
  expect(seen).toMatchObject({ stage: 'owned' });
  expect(seen.timeline.at(-1)).toMatchObject({ stage: 'owned', source: 'poll' });
  for (const { calloutId } of others) {
    const { asOf, timeline } = await calloutOf(calloutId);
    expect(Math.abs(Date.parse(asOf) - Date.parse(seen.asOf))).toBeLessThan(60_000);
    expect(timeline).toHaveLength(1);
  }
});

test('a callout that has left the list is read, and its close is seen', async () => {
  const { calloutId } = await raiseTestCallout();
  await round();
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) await world.step(calloutId, step);
  await round();
  expect(await calloutOf(calloutId)).toMatchObject({ stage: 'closed', closedAt: expect.any(String) });
  expect(await costOf(round)).toEqual({ lists: 1, reads: 0 });
});

test('where the list does not work, single readings go on', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.breakAura('listActiveCallouts', 'status');
  await world.step(calloutId, 'own');
  await round();
  expect(await calloutOf(calloutId)).toMatchObject({ stage: 'owned' });
});

test('where the single read has no text, the list gives the stage', async () => {
  const { calloutId } = await raiseTestCallout();
  await world.flip({ nestedStatus: 'absent' });
  await world.step(calloutId, 'own');
  await round();
  await world.flip({ nestedStatus: 'present' });
  expect(await calloutOf(calloutId)).toMatchObject({ stage: 'owned' });
});

test('a round that is not due costs nothing', async () => {
  await raiseTestCallout();
  await round();
  expect(await costOf(() => watchOpenCallouts(job, {}))).toEqual({ lists: 0, reads: 0 });
});

test('callouts on the list that we do not know are handed on, so that ours among them are taken in', async () => {
  const { calloutId } = await raiseTestCallout();
  const before = (await round()).unknownCallouts.map((listed) => listed.calloutId);
  expect(before).not.toContain(calloutId);
  await pool().query('delete from callout_fact where callout_id = $1', [calloutId]);
  await pool().query('delete from callout where id = $1', [calloutId]);
  const unknownCallouts = (await round()).unknownCallouts.map((listed) => listed.calloutId);
  expect(unknownCallouts.toSorted()).toEqual([...before, calloutId].toSorted());
});

test('rounds are fast while a callout changes or a page is open, and slow otherwise', async () => {
  const { calloutId } = await raiseTestCallout();
  const isQuick = async () => (await readPace(new Date())).isQuick;
  expect(await isQuick()).toBe(true);
  await pool().query("update callout set moved_at = now() - interval '1 hour'");
  expect(await isQuick()).toBe(false);
  await readCallout(viewer, { calloutId });
  expect(await isQuick()).toBe(true);
  await pool().query('update callout set watched_until = null');
  expect(await isQuick()).toBe(false);
  await listCallouts(viewer, {});
  expect(await isQuick()).toBe(true);
});

test('a round that our own budget leaves nothing to ask in says nothing of AURA', async () => {
  await raiseTestCallout();
  await round();
  // More than the bucket refills during a round.
  await pool().query('update following set reads_left = -500');
  expect(await costOf(round)).toEqual({ lists: 0, reads: 0 });
  expect((await readPace(new Date())).failedRounds).toBe(0);
});

test('failed rounds back off, and one answer resets the backoff', async () => {
  await raiseTestCallout();
  await world.breakAura('any', 'status');
  await round();
  await round();
  expect(await readPace(new Date())).toMatchObject({ failedRounds: 2 });
  await world.restoreAura();
  await round();
  expect(await readPace(new Date())).toMatchObject({ failedRounds: 0 });
});

test('two hundred concurrent viewers cause one write', async () => {
  const { calloutId } = await raiseTestCallout();
  const versions = () => pool().query('select xmin from callout where id = $1', [calloutId]);
  await readCallout(viewer, { calloutId });
  const before = (await versions()).rows;
  await Promise.all(Array.from({ length: 200 }, () => readCallout(viewer, { calloutId })));
  expect((await versions()).rows).toEqual(before);
});

test('the token bucket is shared, and refills with time', async () => {
  const taken = await Promise.all(Array.from({ length: 70 }, () => acquireRateToken()));
  const granted = taken.filter(Boolean).length;
  expect(granted).toBeGreaterThanOrEqual(50);
  expect(granted).toBeLessThan(70);
  await pool().query('update following set reads_left = 3');
  expect(await acquireRateToken({ reserve: 10 })).toBe(false);
  await pool().query("update following set reads_left = 0, reads_counted_at = now() - interval '10 s'");
  expect(await acquireRateToken({ reserve: 10 })).toBe(true);
});

test('an entry of the list that cannot be read costs the others nothing, and counts as absence of none', async () => {
  const [seen, unseen] = [await raiseTestCallout(), await raiseTestCallout()];
  await round();
  await world.step(seen.calloutId, 'own');
  const listing = vi.spyOn(auraClient(), 'listActiveCallouts');
  listing.mockImplementation(async () => ({
    callouts: [calloutView(anyUrl).parse({ id: seen.calloutId, status: 'Sandbox: Callout Owned' })],
    unreadable: 1,
  }));
  await round();
  listing.mockRestore();
  expect(await calloutOf(seen.calloutId)).toMatchObject({ stage: 'owned' });
  const { rows } = await pool().query('select unlisted_since from callout where id = $1', [unseen.calloutId]);
  expect(rows).toEqual([{ unlisted_since: null }]);
});
