import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

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

async function raise(press: ReturnType<typeof newTestPress>, by = thandi) {
  const raised = await raisePress(personActor(by.personId, '192.0.2.1', by.customerId), press);
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

/** What the job does, at once. */
async function deliver(pressId: string) {
  const delivered = await deliverPress(system, { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(`not delivered: ${delivered.code}`);
  return delivered.value;
}

async function withdraw(pressId: string) {
  const withdrawn = await withdrawPress(personActor(thandi.personId, '192.0.2.1'), { pressId });
  if (!withdrawn.ok) throw new Error(`not withdrawn: ${withdrawn.code}`);
  return withdrawn.value;
}

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

describe('withdrawing', () => {
  test('a press that AURA was never asked about ends at once', async () => {
    const { pressId } = await raise(newTestPress({ location: undefined }));
    expect(await withdraw(pressId)).toMatchObject({ state: 'withdrawn' });
    expect(await withdraw(pressId)).toMatchObject({ state: 'withdrawn' });
  });

  test('after a lost answer, its callout is cancelled at AURA before it ends', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    expect(await withdraw(pressId)).toMatchObject({
      state: 'recorded',
      sending: 'asking',
      withdrawRequestedAt: expect.any(String),
    });
    later(STRAY_REQUEST_MS + 1_000);
    const receipt = await deliver(pressId);
    expect(receipt.state).toBe('withdrawn');
    expect(await calloutsAtAura()).toEqual([{ id: receipt.calloutId, isOpen: false }]);
  });

  test('does not cancel the open callout of an earlier press', async () => {
    const earlier = await raise(newTestPress());
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    expect(await calloutsAtAura()).toEqual([{ id: earlier.calloutId, isOpen: true }]);
  });

  test('without an answer of AURA’s the press does not end', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newTestPress());
    await world.breakAura('listActiveCallouts', 'status');
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'recorded' });
    await world.restoreAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn' });
  });

  test('of a press that arrives only afterwards keeps it from being sent', async () => {
    const press = newTestPress();
    expect(await withdraw(press.pressId)).toMatchObject({ state: 'withdrawn', sending: 'no' });
    expect(await raise(press)).toMatchObject({ state: 'withdrawn', attempts: 0 });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('at the moment of the press ends in one state, whichever comes first', async () => {
    for (let round = 0; round < 10; round += 1) {
      const press = newTestPress({ location: undefined });
      const [raised, withdrawn] = await Promise.all([raise(press), withdraw(press.pressId)]);
      expect(withdrawn.pressId).toBe(raised.pressId);
      expect(await deliver(press.pressId)).toMatchObject({ state: 'withdrawn' });
    }
  });

  test('is refused once it is delivered, and to any other person', async () => {
    const { pressId } = await raise(newTestPress());
    const own = personActor(thandi.personId, '192.0.2.1');
    expect(await withdrawPress(own, { pressId })).toEqual({ ok: false, code: 'press.settled' });
    const stranger = personActor((await registerTestPerson()).personId, '192.0.2.2');
    expect(await withdrawPress(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
    expect(await readReceipt(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
  });
});

describe('unlinked callouts', () => {
  test('are adopted and linked to the press that must have made them, without another attempt', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newTestPress());
    const listed = await listedAtAura();
    const calls = await world.callsOf('listActiveCallouts');
    await adoptCallouts(system, { listed });
    expect(await world.callsOf('listActiveCallouts')).toBe(calls);
    const [made] = await calloutsAtAura();
    const receipt = await readReceipt(personActor(thandi.personId, '192.0.2.1'), { pressId });
    expect(receipt).toMatchObject({ ok: true, value: { state: 'delivered', calloutId: made?.id } });
  });

  test('are a test when AURA calls them one', async () => {
    const call = { customerId: thandi.customerId, location: { latitude: -26.1, longitude: 28.05 } };
    await auraClient().createCallout({ ...call, responseTypeId: 1, calloutClassificationId: 2 });
    await adoptCallouts(system, { listed: await listedAtAura() });
    const { rows } = await pool().query('select kind from callout where person_id = $1', [thandi.personId]);
    expect(rows).toEqual([{ kind: 'test' }]);
  });

  test('are cancelled when their press was withdrawn, which is reopened until that is done', async () => {
    await world.breakAura('createCallout', 'reset_before');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    // The request that timed out arrives after all.
    const position = { latitude: -26.1, longitude: 28.05 };
    const call = { customerId: thandi.customerId, location: position, responseTypeId: 1 };
    await auraClient().createCallout(call, { deadlineMs: 5_000 });
    // However late it is found, it was made shortly after the last attempt.
    later(10 * 60_000);
    await adoptCallouts(system, { listed: await listedAtAura() });
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    expect(await calloutsAtAura()).toEqual([{ id: made?.id, isOpen: false }]);
  });

  test('are cancelled when AURA refused their press, yet made one, during a withdrawal', async () => {
    await world.refuse('createCallout', 403, 'status_after');
    const { pressId, state } = await raise(newTestPress());
    expect(state).toBe('rejected');
    await world.restoreAura();
    // The state that a withdrawal during an attempt leaves.
    await pool().query('update press set withdraw_requested_at = received_at where id = $1', [pressId]);
    await adoptCallouts(system, { listed: await listedAtAura() });
    later(STRAY_REQUEST_MS + 1_000);
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    expect(await calloutsAtAura()).toEqual([{ id: made?.id, isOpen: false }]);
  });
});
