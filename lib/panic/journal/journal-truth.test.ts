import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { saveAddress } from '#lib/customers/registration/save-address.ts';
import { pool } from '#lib/db/database.ts';
import { deliverDueMessages } from '#lib/following/messages/deliver-due-messages.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { revokeDevice } from '#lib/identity/revoke-device.ts';
import { STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { personIn, testSignIn } from '#lib/testing/test-browser.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { countJournal } from './journal.ts';

const dataDir = testFolder();
const world = await testWorld({ VIGIL_DATA_DIR: dataDir });

// Receipts of a press while only AURA and the disk are available, and its state after the recovery.

const system = systemActor('test');
const outage = testOutage(world.databaseUrl);
const journal = join(dataDir, 'journal');
const SAVED = { address: 'Fredman Drive', latitude: '-26.10763', longitude: '28.05671' };

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
  await outage.end();
  await recoverJournal(system, {});
});

const own = (edition: number | null = null) =>
  personActor(thandi.personId, '192.0.2.1', thandi.customerId, edition);

async function raise(press: Record<string, unknown> = newTestPress(), by = own()) {
  const raised = await raisePress(by, press);
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

async function deliver(pressId: string) {
  const delivered = await deliverPress(system, { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(delivered.code);
  return delivered.value;
}

async function comeBack() {
  await outage.end();
  await recoverJournal(system, {});
}

const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

/** A press whose callout AURA dates a little before now: seconds, which is nothing to clocks that are not compared. */
async function raiseEarlier() {
  thandi = await registerTestPerson(new Date(Date.now() - 60_000));
  await world.control('POST', 'clock', { advanceMs: -10_000 });
  const receipt = await raise();
  await world.control('POST', 'clock', { advanceMs: 10_000 });
  return receipt;
}

const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

describe('an open callout that AURA gives back', () => {
  test('is no answer when AURA says that it is a test: it is cancelled, and the press is sent again from the disk', async () => {
    await world.flip({ cancelledCallout: 'ends' });
    const practised = await raise(newTestPress({ kind: 'test' }));
    await outage.begin();
    const { pressId, ...receipt } = await raise();
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'test_open', calloutId: null });
    later(60_000);
    await recoverJournal(system, {});
    const read = await readReceipt(own(), { pressId });
    expect(read).toMatchObject({ value: { state: 'delivered' } });
    expect((await calloutsAtAura()).filter(({ isOpen }) => isOpen)).not.toMatchObject([
      { id: practised.calloutId },
    ]);
  });

  test('is not taken as delivery when it is older than the press, until the database can be asked', async () => {
    const earlier = await raiseEarlier();
    await outage.begin();
    const { pressId, ...receipt } = await raise();
    expect(receipt).toMatchObject({ state: 'recorded', calloutId: null, sending: 'yes' });
    await comeBack();
    const read = await readReceipt(own(), { pressId });
    expect(read).toMatchObject({ value: { state: 'delivered', calloutId: earlier.calloutId } });
  });

  test('is no answer when the database has it as cancelled', async () => {
    await world.flip({ cancelledCallout: 'stays_active' });
    const earlier = await raiseEarlier();
    await pool().query(`update callout set stage = 'cancelled' where id = $1`, [earlier.calloutId]);
    await outage.begin();
    const { pressId, state } = await raise();
    expect(state).toBe('recorded');
    await comeBack();
    expect(await readReceipt(own(), { pressId })).toMatchObject({ value: { state: 'recorded' } });
    expect(await deliver(pressId)).toMatchObject({ state: 'recorded', calloutId: null });
  });

  test('is linked to a rejected press also when it was adopted before the database had that press', async () => {
    await outage.begin();
    await world.refuse('createCallout', 403, 'status_after');
    const { pressId, state } = await raise();
    expect(state).toBe('rejected');
    await world.restoreAura();
    await outage.end();
    await adoptCallouts(system, { listed: await listedAtAura() });
    const [made] = await calloutsAtAura();
    await recoverJournal(system, {});
    const read = await readReceipt(own(), { pressId });
    expect(read).toMatchObject({ value: { state: 'delivered', calloutId: made?.id } });
  });

  test('after a lost answer and then a refusal is found when the database is back', async () => {
    await outage.begin();
    await world.breakAura('createCallout', 'reset_after', [1]);
    await world.refuse('createCallout', 403);
    const { pressId, ...receipt } = await raise();
    expect(receipt).toMatchObject({ state: 'recorded', sending: 'asking' });
    await world.restoreAura();
    await comeBack();
    later(STRAY_REQUEST_MS + 1_000);
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
  });
});

describe('the position of a press that the database did not take', () => {
  test('is the saved address when the database is back, and the press goes out', async () => {
    await saveAddress(own(), SAVED);
    await outage.begin();
    const { pressId, problem } = await raise(newTestPress({ location: undefined }));
    expect(problem).toBe('no_location');
    await comeBack();
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered' });
    const [callout] = await calloutsAtAura();
    expect(await world.trailOf(Number(callout?.id))).toMatchObject([{ latitude: -26.10763 }]);
  });

  test('may come with a repeat, and then it goes out at once', async () => {
    await outage.begin();
    const press = newTestPress();
    const { location, ...bare } = press;
    expect(await raise(bare)).toMatchObject({ problem: 'no_location', attempts: 0 });
    expect(await raise(press)).toMatchObject({ state: 'delivered', attempts: 1 });
    const [callout] = await calloutsAtAura();
    expect(await world.trailOf(Number(callout?.id))).toMatchObject([{ latitude: location.latitude }]);
  });

  test('is noted to AURA when it is not live', async () => {
    const { location, ...press } = newTestPress();
    const fixedAt = new Date(Date.parse(location.fixedAt) - 12 * 60_000).toISOString();
    await outage.begin();
    await raise({ ...press, location: { ...location, source: 'last_known', fixedAt } });
    await comeBack();
    await deliverDueMessages(system, {});
    const [callout] = await calloutsAtAura();
    expect(await world.eventsOf(Number(callout?.id))).toEqual([expect.stringContaining('12 min before')]);
  });
});

test('an answer of AURA’s that the database does not take is kept, and AURA is not asked again', async () => {
  const before = await world.callsOf('createCallout');
  await world.breakAura('createCallout', 'latency', [1]);
  const press = newTestPress();
  const raising = raise(press);
  // The press is in the database, and AURA is at it.
  await eventually(async () => {
    const { rows } = await pool().query('select from press where id = $1', [press.pressId]);
    expect(rows).toHaveLength(1);
  });
  await outage.begin();
  const { pressId, calloutId, state } = await raising;
  expect(state).toBe('delivered');
  expect((await world.callsOf('createCallout')) - before).toBe(1);
  await comeBack();
  expect(await readReceipt(own(), { pressId })).toMatchObject({ value: { state: 'delivered', calloutId } });
});

test('the receipt of a press that is with AURA leads to AURA’s page while ours cannot open', async () => {
  await outage.begin();
  const { pressId } = await raise();
  const read = await readReceipt(own(), { pressId });
  expect(read).toMatchObject({ value: { trackingUrl: expect.stringContaining(world.sandbox.url) } });
});

test('a press by a token that turns out to have been revoked is written down when that can be asked', async () => {
  await pool().query('update person set press_token_edition = 2 where id = $1', [thandi.personId]);
  const acceptedOf = async () => {
    const { rows } = await pool().query(
      `select detail from audit_entry where action = 'press_token.accept_revoked' and subject = $1`,
      [thandi.personId],
    );
    return rows.length;
  };
  expect(await raisePress(own(1), newTestPress())).toEqual({ ok: false, code: 'press.token_revoked' });
  await outage.begin();
  await raise(newTestPress(), own(1));
  await comeBack();
  await eventually(async () => expect(await acceptedOf()).toBe(1));
  await raise(newTestPress(), own(2));
  await raise();
  expect(await acceptedOf()).toBe(1);
});

test('a press by the token of a device that turns out to have been revoked is written down, too', async () => {
  const { deviceId, all } = await testSignIn(thandi.personId);
  await revokeDevice(await personIn(all), { deviceId });
  const by = personActor(thandi.personId, '192.0.2.1', thandi.customerId, 1, { deviceId });
  const acceptedOf = async () => {
    const { rows } = await pool().query(
      `select detail from audit_entry where action = 'press_token.accept_revoked' and subject = $1`,
      [thandi.personId],
    );
    return rows.length;
  };
  expect(await raisePress(by, newTestPress())).toEqual({ ok: false, code: 'press.token_revoked' });
  await outage.begin();
  await raise(newTestPress(), by);
  await comeBack();
  await eventually(async () => expect(await acceptedOf()).toBe(1));
});

test('what cannot be read stays, is counted, and holds up nothing; what was left half-written goes', async () => {
  await outage.begin();
  const { pressId } = await raise();
  const [unreadable, halfWritten] = [newTestPress().pressId, newTestPress().pressId];
  writeFileSync(join(journal, `${unreadable}.press`), 'sealed with another key');
  const aside = join(journal, `${halfWritten}.press.${pressId}.new`);
  writeFileSync(aside, '');
  await comeBack();
  expect(readdirSync(journal)).toContain(`${halfWritten}.press.${pressId}.new`);
  utimesSync(aside, 0, 0);
  await recoverJournal(system, {});
  expect(readdirSync(journal)).toEqual([`${unreadable}.press`]);
  expect(await countJournal()).toEqual({ presses: 1, stuck: 1 });
  rmSync(join(journal, `${unreadable}.press`));
});
