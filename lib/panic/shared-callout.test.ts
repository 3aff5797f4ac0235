import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { adoptCallouts } from '#lib/panic/delivery/adopt-callouts.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { keepCallout } from '#lib/panic/settle-store.ts';
import { listedAtAura, registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

const world = await testWorld();

// A callout that several presses of a person may need, when one of them is withdrawn.

const system = systemActor('test');
const POSITION = { latitude: -26.1, longitude: 28.05 };

let thandi: TestPerson;
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
  await world.flip({ cancelledCallout: 'stays_active' });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await world.restoreAura();
});

async function raise(more: Record<string, unknown> = {}) {
  const raised = await raisePress(own(), newTestPress(more));
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

/** A press whose callout AURA made with the answer lost; it is not due again at once. */
async function raiseUnheard(more: Record<string, unknown> = {}) {
  await world.breakAura('createCallout', 'huge_body');
  const receipt = await raise(more);
  await world.restoreAura();
  return receipt;
}

async function deliver(pressId: string) {
  const delivered = await deliverPress(system, { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(delivered.code);
  return delivered.value;
}

async function withdraw(pressId: string): Promise<void> {
  const withdrawn = await withdrawPress(own(), { pressId });
  if (!withdrawn.ok) throw new Error(withdrawn.code);
}

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}
const afterStrays = () => later(STRAY_REQUEST_MS + 1_000);

const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

async function stagesHere() {
  const { rows } = await pool().query(
    `select callout.id, callout.stage, array_agg(fact.stage order by fact.id) as facts
     from callout join callout_fact as fact on fact.callout_id = callout.id
     where callout.person_id = $1 group by callout.id`,
    [thandi.personId],
  );
  return rows;
}

describe('a callout that was cancelled for a press', () => {
  test('is stored as cancelled, and delivers no later press', async () => {
    const first = await raiseUnheard();
    await withdraw(first.pressId);
    afterStrays();
    const { calloutId } = await deliver(first.pressId);
    expect(await stagesHere()).toEqual([{ id: `${calloutId}`, stage: 'cancelled', facts: ['cancelled'] }]);
    expect(await raise()).toMatchObject({ state: 'recorded', calloutId: null, sending: 'yes' });
  });

  test('delivers no press once the cancellation has begun, whether AURA confirms it or not', async () => {
    await world.flip({ cancelledCallout: 'ends' });
    const first = await raiseUnheard();
    await withdraw(first.pressId);
    await world.breakAura('cancelCallout', 'reset_after');
    afterStrays();
    expect(await deliver(first.pressId)).toMatchObject({ state: 'recorded', calloutId: null });
    await world.restoreAura();
    // Whether AURA received the cancellation is not known yet.
    const [made] = await calloutsAtAura();
    await world.flip({ cancelledCallout: 'stays_active' });
    const second = await raise();
    expect(second).toMatchObject({ state: 'recorded', calloutId: null });
    expect(await deliver(first.pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    await world.flip({ cancelledCallout: 'ends' });
    const delivered = await deliver(second.pressId);
    expect(delivered.state).toBe('delivered');
    expect(delivered.calloutId).not.toBe(made?.id);
  });

  test('is linked and stored although the process died after AURA confirmed it', async () => {
    await world.flip({ cancelledCallout: 'ends' });
    const { pressId } = await raiseUnheard();
    await withdraw(pressId);
    const [made] = await calloutsAtAura();
    await pool().query('update press set callout_id = $2 where id = $1', [pressId, made?.id]);
    await auraClient().cancelCallout({ calloutId: Number(made?.id) });
    afterStrays();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    expect(await stagesHere()).toMatchObject([{ id: `${made?.id}` }]);
  });
});

describe('withdrawing a press', () => {
  test('leaves the callout of an earlier one that has no answer yet', async () => {
    const first = await raiseUnheard();
    const second = await raiseUnheard();
    await withdraw(second.pressId);
    afterStrays();
    expect(await deliver(second.pressId)).toMatchObject({ state: 'recorded', sending: 'asking' });
    const [made] = await calloutsAtAura();
    expect(made?.isOpen).toBe(true);
    expect(await deliver(first.pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
    expect(await deliver(second.pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    expect(await calloutsAtAura()).toEqual([{ id: made?.id, isOpen: true }]);
  });

  test('and then the other too leaves no open callout', async () => {
    const first = await raiseUnheard();
    later(120_000);
    // It is older than this press.
    const second = await raiseUnheard();
    await withdraw(first.pressId);
    afterStrays();
    expect(await deliver(first.pressId)).toMatchObject({ state: 'recorded' });
    await withdraw(second.pressId);
    afterStrays();
    expect(await deliver(second.pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    const { calloutId, state } = await deliver(first.pressId);
    expect(state).toBe('withdrawn');
    expect(await calloutsAtAura()).toEqual([{ id: calloutId, isOpen: false }]);
  });

  test('leaves the callout of a later one that was delivered', async () => {
    const first = await raiseUnheard();
    const second = await raise();
    expect(second.state).toBe('delivered');
    await withdraw(first.pressId);
    afterStrays();
    expect(await deliver(first.pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    expect(await calloutsAtAura()).toEqual([{ id: second.calloutId, isOpen: true }]);
  });

  test('cancels its callout also when that was adopted without it', async () => {
    const { pressId } = await raiseUnheard();
    const [made] = await calloutsAtAura();
    const calloutId = Number(made?.id);
    await keepCallout({
      ...{ calloutId, personId: thandi.personId },
      ...{
        kind: 'real',
        rawStatus: null,
        trackingUrl: null,
        responseTypeId: null,
        fix: null,
        at: new Date(),
      },
    });
    await withdraw(pressId);
    afterStrays();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    expect(await calloutsAtAura()).toEqual([{ id: made?.id, isOpen: false }]);
    expect(await stagesHere()).toMatchObject([{ stage: 'cancelled', facts: ['raised', 'cancelled'] }]);
  });

  test('leaves an older callout that was raised elsewhere', async () => {
    const call = { customerId: thandi.customerId, location: POSITION, responseTypeId: 1 };
    const { calloutId } = await auraClient().createCallout(call);
    later(120_000);
    const { pressId } = await raiseUnheard();
    await withdraw(pressId);
    afterStrays();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    expect(await calloutsAtAura()).toEqual([{ id: calloutId, isOpen: true }]);
  });

  test('does not end while AURA lists a callout without a customer', async () => {
    const { pressId } = await raiseUnheard();
    await withdraw(pressId);
    afterStrays();
    const listed = await auraClient().listActiveCallouts({});
    const list = vi.spyOn(auraClient(), 'listActiveCallouts');
    list.mockResolvedValue({
      ...listed,
      callouts: listed.callouts.map((entry) => ({ ...entry, customerId: null })),
    });
    expect(await deliver(pressId)).toMatchObject({ state: 'recorded', sending: 'asking' });
    list.mockRestore();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: expect.any(Number) });
  });
});

test('an unlinked callout is adopted by an open press, not by a withdrawn one', async () => {
  const wanted = await raiseUnheard();
  const withdrawn = await raise({ location: undefined });
  await withdraw(withdrawn.pressId);
  await adoptCallouts(system, { listed: await listedAtAura() });
  const [made] = await calloutsAtAura();
  expect(await deliver(wanted.pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
  expect(made?.isOpen).toBe(true);
});

test('a test whose answer was lost is no answer to a real press', async () => {
  await world.flip({ cancelledCallout: 'ends' });
  await raiseUnheard({ kind: 'test' });
  const [practised] = await calloutsAtAura();
  const real = await raise();
  expect(real).toMatchObject({ state: 'recorded', problem: 'test_open', calloutId: null });
  expect(await stagesHere()).toEqual([{ id: `${practised?.id}`, stage: 'cancelled', facts: ['cancelled'] }]);
  const delivered = await deliver(real.pressId);
  expect(delivered.state).toBe('delivered');
  expect(delivered.calloutId).not.toBe(practised?.id);
});
