import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listUndelivered } from '#lib/console/attention/list-undelivered.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { writeEntry } from '#lib/panic/journal/journal.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

// AURA returns the open callout for any press of its customer. Whether it responds to a real press while that callout is
// a test or cancelled is not known, so the press must not count as delivered.

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });

const system = systemActor('test');
let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.flip({ cancelledCallout: 'stays_active' });
});

const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

async function raise(press = newTestPress()) {
  const raised = await raisePress(own(), press);
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

async function deliver(pressId: string) {
  const delivered = await deliverPress(system, { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(`not delivered: ${delivered.code}`);
  return delivered.value;
}

async function shownToOperators(pressId: string) {
  const listed = await listUndelivered(operatorActor('viewer', 'somebody', 'Viewer'), {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value.presses.find((press) => press.pressId === pressId);
}

describe('a real press while a test callout is open', () => {
  test('ends the test and goes again, and is delivered only with a callout of its own', async () => {
    await world.flip({ cancelledCallout: 'ends' });
    const practised = await raise(newTestPress({ kind: 'test' }));
    const real = await raise();
    expect(real).toMatchObject({ state: 'recorded', problem: 'test_open', calloutId: null, sending: 'yes' });
    const settled = await deliver(real.pressId);
    expect(settled.state).toBe('delivered');
    expect(settled.calloutId).not.toBe(practised.calloutId);
    expect(await world.calloutsOf(thandi.customerId)).toEqual([
      { id: practised.calloutId, isOpen: false },
      { id: settled.calloutId, isOpen: true },
    ]);
  });

  test('is never delivered while AURA keeps the test open, and operators see why', async () => {
    await raise(newTestPress({ kind: 'test' }));
    const { pressId } = await raise();
    expect(await deliver(pressId)).toMatchObject({ state: 'recorded', problem: 'test_open' });
    expect(await shownToOperators(pressId)).toMatchObject({ problem: 'test_open', sending: 'yes' });
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    expect(await deliver(pressId)).toMatchObject({ state: 'expired', calloutId: null });
  });

  test('that the database did not take is not left as delivered', async () => {
    const practised = await raise(newTestPress({ kind: 'test' }));
    const { pressId } = newTestPress();
    const at = new Date();
    await writeEntry({
      pressId,
      personId: thandi.personId,
      customerId: thandi.customerId,
      kind: 'real',
      pressedAt: at,
      receivedAt: at,
      sendsAt: null,
      responseTypeId: null,
      fix: {
        latitude: -26.1,
        longitude: 28.05,
        accuracyM: 12,
        fixedAt: at,
        measuredAt: at,
        fixSource: 'live',
      },
      state: 'delivered',
      attempts: 1,
      lastAttemptAt: at,
      outcomeUnknownSince: null,
      lastProblem: null,
      settledAt: at,
      withdrawRequestedAt: null,
      uncheckedEdition: null,
      uncheckedDevice: null,
      callout: {
        calloutId: Number(practised.calloutId),
        rawStatus: null,
        trackingUrl: null,
        responseTypeId: 1,
        isTest: null,
        createdAt: null,
        place: null,
      },
    });
    expect(await recoverJournal(system, {})).toEqual({ ok: true, value: { recovered: 1 } });
    const receipt = await readReceipt(own(), { pressId });
    expect(receipt).toMatchObject({ ok: true, value: { state: 'recorded', problem: 'test_open' } });
  });
});

test('a real press while a cancelled callout stays open is not delivered', async () => {
  const { calloutId } = await raise();
  await pool().query(`update callout set stage = 'cancelled' where id = $1`, [calloutId]);
  expect(await raise()).toMatchObject({ state: 'recorded', problem: null, calloutId: null });
});

test('a test press while a real callout is open is delivered', async () => {
  const { calloutId } = await raise();
  expect(await raise(newTestPress({ kind: 'test' }))).toMatchObject({ state: 'delivered', calloutId });
});
