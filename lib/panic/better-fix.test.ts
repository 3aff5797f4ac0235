import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveAddress } from '#lib/customers/registration/save-address.ts';
import { pool } from '#lib/db/database.ts';
import { deliverDueMessages } from '#lib/following/messages/deliver-due-messages.ts';
import { recordFix } from '#lib/following/positions/record-fix.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { keepBetterFix } from '#lib/panic/fix-store.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });

// A press is sent several times, by the page and its service worker, and only some of these requests have a position.

const system = systemActor('test');
const outage = testOutage(world.databaseUrl);
const SAVED = { address: 'Fredman Drive', latitude: '-33.9', longitude: '18.4' };

let thandi: TestPerson;
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await outage.end();
});

function newPress() {
  const at = new Date().toISOString();
  const live = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: at, source: 'live' };
  return { bare: { pressId: randomUUID(), pressedAt: at }, live };
}

async function raise(press: Record<string, unknown>) {
  const raised = await raisePress(own(), press);
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

/** Where AURA has the person's callout: first, and now. */
async function placesAtAura(): Promise<(number | undefined)[]> {
  const [callout] = await world.calloutsOf(thandi.customerId);
  const trail = callout ? await world.trailOf(callout.id) : [];
  return [trail.at(0)?.latitude, trail.at(-1)?.latitude];
}
const isMoved = () => vi.waitFor(async () => expect(await placesAtAura()).toEqual([-33.9, -26.1]), 5_000);

test('a live position that comes after help was sent to the saved address moves the callout, and says so', async () => {
  await saveAddress(own(), SAVED);
  const { bare, live } = newPress();
  expect(await raise(bare)).toMatchObject({ state: 'delivered' });
  expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'delivered', attempts: 1 });
  await isMoved();
  await deliverDueMessages(system, {});
  const [callout] = await world.calloutsOf(thandi.customerId);
  expect(await world.eventsOf(Number(callout?.id))).toEqual([
    expect.stringContaining('address that the person saved'),
    expect.stringContaining('better position since'),
  ]);
  // The same one again is no news, and the page that follows now is not held up by it.
  const before = await world.callsOf('updateLocationAndRead');
  await raise({ ...bare, location: live });
  expect(await world.callsOf('updateLocationAndRead')).toBe(before);
  const fixes = [{ latitude: -26.101, longitude: 28.05, accuracy: 9, fixedAt: new Date().toISOString() }];
  expect(await recordFix(own(), { calloutId: callout?.id, device: 'phone', fixes })).toMatchObject({
    ok: true,
  });
  const { rows } = await pool().query('select doubt from callout_fix where device = $1', ['phone']);
  expect(rows).toEqual([{ doubt: null }]);
});

test('a request that joins one under way does not lose its better position', async () => {
  await saveAddress(own(), SAVED);
  const { bare, live } = newPress();
  const before = await world.callsOf('createCallout');
  const [first, second] = await Promise.all([raise(bare), raise({ ...bare, location: live })]);
  expect(second.calloutId).toBe(first.calloutId);
  await isMoved();
  expect((await world.callsOf('createCallout')) - before).toBe(1);
});

test('nor does one that brings the only position there is', async () => {
  const { bare, live } = newPress();
  const [first, second] = await Promise.all([raise(bare), raise({ ...bare, location: live })]);
  expect(first).toMatchObject({ state: 'recorded', problem: 'no_location' });
  expect(second).toMatchObject({ state: 'delivered', problem: null });
});

test('a position that comes while AURA is asked with the one before moves the callout, too', async () => {
  await saveAddress(own(), SAVED);
  const { bare, live } = newPress();
  await world.breakAura('createCallout', 'status');
  const { pressId } = await raise(bare);
  await world.restoreAura();
  await world.breakAura('createCallout', 'latency', [1]);
  const delivering = deliverPress(system, { pressId, deadlineMs: 3_000 });
  await eventually(async () => {
    const { rows } = await pool().query('select attempts from press where id = $1', [pressId]);
    expect(rows).toEqual([{ attempts: 2 }]);
  });
  await raise({ ...bare, location: live });
  expect(await delivering).toMatchObject({ value: { state: 'delivered' } });
  await isMoved();
});

test.each(['asked again', 'found at AURA'])(
  'a callout that was made with an earlier position, and is %s, is moved',
  async (how) => {
    await saveAddress(own(), SAVED);
    const { bare, live } = newPress();
    await world.breakAura('createCallout', 'huge_body');
    const { pressId } = await raise(bare);
    await world.restoreAura();
    expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'recorded' });
    if (how === 'asked again') await deliverPress(system, { pressId, deadlineMs: 3_000 });
    else await adoptCallouts(system, { listed: await listedAtAura() });
    await isMoved();
  },
);

test('an open callout is moved to where its person presses again, but not to an address or an old position', async () => {
  const { bare, live } = newPress();
  await raise({ ...bare, location: { ...live, latitude: -33.9 } });
  const before = await world.callsOf('updateLocationAndRead');
  const fixedAt = new Date(Date.now() - 60_000).toISOString();
  await raise({ ...newPress().bare, location: { ...live, latitude: -33.95, source: 'last_known', fixedAt } });
  await raise({ ...newPress().bare, location: { ...live, latitude: -33.9 } });
  expect(await world.callsOf('updateLocationAndRead')).toBe(before);
  await raise({ ...newPress().bare, location: live });
  await isMoved();
});

test('the first position of a press is sent by the worker when its own process does not', async () => {
  const { bare, live } = newPress();
  const { pressId } = await raise(bare);
  const nextLook = async () => {
    const { rows } = await pool().query('select due_at from press where id = $1', [pressId]);
    return new Date(rows[0]?.due_at).getTime() - Date.now();
  };
  expect(await nextLook()).toBeGreaterThan(500_000);
  const { fixedAt, ...rest } = live;
  const fix = {
    ...rest,
    accuracyM: 12,
    fixedAt: new Date(fixedAt),
    measuredAt: null,
    fixSource: 'live',
  } as const;
  await keepBetterFix(pressId, fix);
  expect(await nextLook()).toBeLessThan(5_000);
});

test('so it is with one that came without the database, where AURA failed as well', async () => {
  const { bare, live } = newPress();
  const { pressId } = await raise(bare);
  await world.refuse('createCallout', 429);
  await outage.begin();
  expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'recorded', sending: 'yes' });
  await world.restoreAura();
  await outage.end();
  await recoverJournal(system, {});
  const { rows } = await pool().query(
    'select last_problem, due_at <= now() as due from press where id = $1',
    [pressId],
  );
  expect(rows).toEqual([{ last_problem: 'aura_unavailable', due: true }]);
  expect(await deliverPress(system, { pressId, deadlineMs: 2_000 })).toMatchObject({
    value: { state: 'delivered' },
  });
});

test('also one that came when the database had the press, and could not be asked', async () => {
  await saveAddress(own(), SAVED);
  const { bare, live } = newPress();
  await raise(bare);
  await outage.begin();
  expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'delivered' });
  await outage.end();
  await recoverJournal(system, {});
  await isMoved();
});

test('and one with which AURA could not be asked then', async () => {
  await saveAddress(own(), SAVED);
  const { bare, live } = newPress();
  await raise(bare);
  await world.refuse('createCallout', 429);
  await outage.begin();
  expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'recorded' });
  await world.restoreAura();
  await outage.end();
  await recoverJournal(system, {});
  await isMoved();
});

test('a better position that comes while the database is away moves the callout when it is back', async () => {
  const { bare, live } = newPress();
  await outage.begin();
  await raise({ ...bare, location: { ...live, latitude: -33.9, source: 'last_known' } });
  expect(await raise({ ...bare, location: live })).toMatchObject({ state: 'delivered', attempts: 1 });
  await outage.end();
  await recoverJournal(system, {});
  await isMoved();
});

test('the time without a connection counts into the age of a position, by the clock of the device', async () => {
  const onDevice = Date.UTC(2031, 0, 1);
  const at = (seconds: number) => new Date(onDevice + seconds * 1_000).toISOString();
  const { bare, live } = newPress();
  // Measured, pressed, and sent when there was a connection again eight minutes later.
  const location = { ...live, fixedAt: at(0) };
  await raise({ ...bare, pressedAt: at(5), sentAt: at(480), location });
  await deliverDueMessages(system, {});
  const [callout] = await world.calloutsOf(thandi.customerId);
  expect(await world.eventsOf(Number(callout?.id))).toEqual([
    expect.stringContaining('Measured 8 min before AURA had the alarm.'),
  ]);
  const { rows } = await pool().query('select pressed_at, fixed_at from press where id = $1', [bare.pressId]);
  expect(rows).toEqual([{ pressed_at: new Date(at(5)), fixed_at: new Date(at(0)) }]);
});
