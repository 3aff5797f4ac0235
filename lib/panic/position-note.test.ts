import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deliverDueMessages } from '#lib/following/messages/deliver-due-messages.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

const system = systemActor('test');
let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
});

async function raise(press: ReturnType<typeof newTestPress>) {
  const raised = await raisePress(personActor(thandi.personId, '192.0.2.1', thandi.customerId), press);
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

function pressFrom(source: string, minutesOld: number, accuracy = 40) {
  const press = newTestPress();
  const fixedAt = new Date(Date.parse(press.pressedAt) - minutesOld * 60_000).toISOString();
  return { ...press, location: { ...press.location, source, fixedAt, accuracy } };
}

/** The notes that AURA has got about the callout, after all queued ones were sent. */
async function sentNotes(): Promise<string[]> {
  await deliverDueMessages(system, {});
  const [callout] = await world.calloutsOf(thandi.customerId);
  return callout ? world.eventsOf(callout.id) : [];
}

test('AURA gets one note by Vigil about a position that is not fresh', async () => {
  const press = pressFrom('last_known', 12);
  await raise(press);
  await raise(press);
  expect(await sentNotes()).toEqual([
    expect.stringMatching(/^Vigil, automatically: .*last that the device knew.*40 m.*12 min before/),
  ]);
  expect(await sentNotes()).toHaveLength(1);
});

test('and of one that names an area only, also when it is live', async () => {
  await raise(pressFrom('live', 0, 3_000));
  expect(await sentNotes()).toEqual([expect.stringContaining('area only')]);
});

test('a live position needs no note', async () => {
  await raise(pressFrom('live', 0));
  expect(await sentNotes()).toEqual([]);
});

test('each press gets its own note, also when both share one callout at AURA', async () => {
  await raise(pressFrom('last_known', 12));
  await raise(pressFrom('last_known', 90));
  expect(await sentNotes()).toEqual([
    expect.stringContaining('12 min before'),
    expect.stringContaining('90 min before'),
  ]);
});

test('a press gets its note only when it is delivered, with the age at that time', async () => {
  await world.breakAura('createCallout', 'status');
  const { pressId } = await raise(pressFrom('last_known', 12));
  expect(await sentNotes()).toEqual([]);
  await world.restoreAura();
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 60_000 });
  await deliverPress(system, { pressId, deadlineMs: 2_000 });
  expect(await sentNotes()).toEqual([expect.stringContaining('17 min before')]);
});

test('a press whose callout is found at AURA afterwards gets its note too', async () => {
  await world.breakAura('createCallout', 'reset_after');
  await raise(pressFrom('saved', 0));
  await world.restoreAura();
  await adoptCallouts(system, { listed: await listedAtAura() });
  expect(await sentNotes()).toEqual([expect.stringContaining('address that the person saved')]);
});
