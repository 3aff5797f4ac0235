import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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

// Receipts after several attempts of which one may have reached AURA, and another was refused.

let thandi: TestPerson;
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.restoreAura();
});

async function raise() {
  const raised = await raisePress(own(), newTestPress());
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

async function deliver(pressId: string) {
  const delivered = await deliverPress(systemActor('test'), { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(delivered.code);
  return delivered.value;
}

async function withdraw(pressId: string) {
  const withdrawn = await withdrawPress(own(), { pressId });
  if (!withdrawn.ok) throw new Error(withdrawn.code);
  return withdrawn.value;
}

const afterStrays = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + STRAY_REQUEST_MS + 1_000 });
const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

/** Within one call: the callout is made and the answer lost, then AURA refuses. */
async function loseThenRefuse(status: number) {
  await world.breakAura('createCallout', 'reset_after', [1]);
  await world.refuse('createCallout', status);
}

test.each([429, 401, 503])(
  'a lost answer and then %i: a withdrawal asks AURA, and cancels the callout',
  async (status) => {
    await loseThenRefuse(status);
    const { pressId, state } = await raise();
    expect(state).toBe('recorded');
    await world.restoreAura();
    expect(await withdraw(pressId)).toMatchObject({ state: 'recorded', sending: 'asking' });
    afterStrays();
    const receipt = await deliver(pressId);
    expect(receipt.state).toBe('withdrawn');
    expect(await calloutsAtAura()).toEqual([{ id: receipt.calloutId, isOpen: false }]);
  },
);

test.each([403, 400])(
  'a lost answer and then %i is not shown as a refusal while a callout is open',
  async (status) => {
    await loseThenRefuse(status);
    const { pressId, state, sending } = await raise();
    expect({ state, sending }).toEqual({ state: 'recorded', sending: 'asking' });
    await world.restoreAura();
    afterStrays();
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
  },
);

test('so it is when the refusal comes with a later attempt', async () => {
  await world.breakAura('createCallout', 'reset_after');
  const { pressId } = await raise();
  await world.restoreAura();
  await world.refuse('createCallout', 403);
  expect(await deliver(pressId)).toMatchObject({ state: 'recorded', problem: 'no_subscription' });
  await world.restoreAura();
  afterStrays();
  expect(await deliver(pressId)).toMatchObject({ state: 'delivered' });
});

test('and is shown as one when AURA turns out to have no callout', async () => {
  await world.breakAura('createCallout', 'reset_before', [1]);
  await world.refuse('createCallout', 403);
  const { pressId, state } = await raise();
  expect(state).toBe('recorded');
  await world.restoreAura();
  afterStrays();
  expect(await deliver(pressId)).toMatchObject({ state: 'rejected', problem: 'no_subscription' });
  expect(await calloutsAtAura()).toEqual([]);
});

test('a refusal with nothing unknown before it ends the press at once', async () => {
  await world.refuse('createCallout', 403);
  expect(await raise()).toMatchObject({ state: 'rejected', problem: 'no_subscription' });
});

test('a callout that AURA made while it said no turns up afterwards, and the press is with AURA', async () => {
  await world.refuse('createCallout', 403, 'status_after');
  const { pressId, state } = await raise();
  expect(state).toBe('rejected');
  await world.restoreAura();
  await adoptCallouts(systemActor('test'), { listed: await listedAtAura() });
  const [made] = await calloutsAtAura();
  const receipt = await readReceipt(own(), { pressId });
  expect(receipt).toMatchObject({ value: { state: 'delivered', calloutId: made?.id } });
});

test('while AURA lists an unreadable entry, it does not count as having none', async () => {
  await world.breakAura('createCallout', 'reset_before');
  const { pressId } = await raise();
  await world.restoreAura();
  await withdraw(pressId);
  afterStrays();
  const listing = vi.spyOn(auraClient(), 'listActiveCallouts');
  listing.mockResolvedValue({ callouts: [], unreadable: 1 });
  expect(await deliver(pressId)).toMatchObject({ state: 'recorded', sending: 'asking' });
  listing.mockRestore();
});
