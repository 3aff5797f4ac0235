import { Client } from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { personActor } from '#lib/identity/actor.ts';
import { CHANGES_CHANNEL, readChange } from '#lib/live/changes.ts';
import { WORK_CHANNEL } from '#lib/live/wake-up.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

// Announced after the commit, so that presses commit beside each other.

const world = await testWorld();
const changes: string[] = [];
const woken: string[] = [];

beforeAll(async () => {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  // The database of the test is dropped under it.
  client.on('error', () => undefined);
  cleanUp(() => client.end());
  client.on('notification', ({ channel, payload = '' }) => {
    if (channel === WORK_CHANNEL) woken.push(payload);
    const change = channel === CHANGES_CHANNEL ? readChange(payload) : null;
    if (change) changes.push(change.about);
  });
  await client.query(`listen ${CHANGES_CHANNEL}; listen ${WORK_CHANNEL}`);
});
beforeEach(async () => {
  await world.restoreAura();
});

async function raise(more: object = {}) {
  const { personId, customerId } = await registerTestPerson();
  changes.length = 0;
  woken.length = 0;
  const raised = await raisePress(personActor(personId, '192.0.2.1', customerId), newTestPress({ ...more }));
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

test('a delivered press is announced with its callout, which is followed at once', async () => {
  expect(await raise()).toMatchObject({ state: 'delivered' });
  // Both of the delivery are announced at once, by two connections.
  await eventually(() => expect(changes.toSorted()).toEqual(['callout', 'press', 'press']));
  expect(changes[0]).toBe('press');
  // The request delivers it: no worker looks for it, unless this process dies.
  await eventually(() => expect(woken).toEqual(['callout']));
});

test('a press that AURA did not take wakes the worker for the next attempt', async () => {
  await world.breakAura('createCallout', 'reset_before');
  expect(await raise()).toMatchObject({ state: 'recorded' });
  await eventually(() => expect(woken).toEqual(['press']));
  expect(changes).toContain('press');
});

test('a held press wakes the worker, which plans for the end of its grace', async () => {
  expect(await raise({ graceSeconds: 30 })).toMatchObject({ state: 'held' });
  await eventually(() => expect(woken).toEqual(['press']));
});
