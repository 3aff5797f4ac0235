import { afterEach, beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import type { CreateOutcome } from '#lib/panic/core/press.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { shareCall } from '#lib/panic/delivery/share-call.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

// Presses of one person that come together: one call to AURA.

let thandi: TestPerson;
let before = 0;

beforeEach(async () => {
  thandi = await registerTestPerson();
  before = await world.callsOf('createCallout');
});
afterEach(async () => {
  await world.restoreAura();
});

const actor = (of = thandi) => personActor(of.personId, '192.0.2.1', of.customerId);

async function raise(more: Record<string, unknown> = {}, by = thandi) {
  const raised = await raisePress(actor(by), newTestPress(more));
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

async function deliver(pressId: string) {
  const delivered = await deliverPress(systemActor('test'), { pressId, deadlineMs: 2_000 });
  if (!delivered.ok) throw new Error(delivered.code);
  return delivered.value;
}

const callsToAura = async () => (await world.callsOf('createCallout')) - before;
const five = <Value>(make: () => Value) => Array.from({ length: 5 }, make);
const own = <Value>(values: readonly Value[]) => [...new Set(values)];

test('five devices at once are one call, and each is delivered by its callout', async () => {
  const receipts = await Promise.all(five(() => raise()));
  expect(own(receipts.map(({ state }) => state))).toEqual(['delivered']);
  expect(own(receipts.map(({ calloutId }) => calloutId))).toHaveLength(1);
  expect(await callsToAura()).toBe(1);
  const { rows } = await pool().query('select count(*)::int as count from press where person_id = $1', [
    thandi.personId,
  ]);
  expect(rows).toEqual([{ count: 5 }]);
});

test('one that was pressed before the call and is sent after it, as from its grace, makes no second call', async () => {
  const held = await raise({ graceSeconds: 30 });
  const { calloutId } = await raise();
  const sent = await sendNow(actor(), { pressId: held.pressId });
  expect(sent).toMatchObject({ value: { state: 'delivered', calloutId } });
  expect(await callsToAura()).toBe(1);
});

test('a press after the answer is a call of its own: AURA may have closed the callout meanwhile', async () => {
  const { calloutId } = await raise();
  for (const step of ['own', 'dispatch', 'arrive', 'complete', 'close']) {
    await world.step(Number(calloutId), step);
  }
  const second = await raise();
  expect(second.state).toBe('delivered');
  expect(second.calloutId).not.toBe(calloutId);
  expect(await callsToAura()).toBe(2);
});

test('presses of two persons, tests and other kinds of help never share a call', async () => {
  const sipho = await registerTestPerson();
  const [one, other] = await Promise.all([raise(), raise({}, sipho)]);
  expect(one?.calloutId).not.toBe(other?.calloutId);
  expect(await callsToAura()).toBe(2);
  await Promise.all([raise({ responseTypeId: 2 }, sipho), raise({ responseTypeId: 1 }, sipho)]);
  expect(await callsToAura()).toBe(4);
});

test('where the answer is lost or a refusal, each calls by itself, and none is lost', async () => {
  await world.refuse('createCallout', 429);
  const presses = await Promise.all(five(() => raise()));
  expect(own(presses.map(({ state }) => state))).toEqual(['recorded']);
  expect(await callsToAura()).toBeGreaterThanOrEqual(5);
  await world.restoreAura();
  const receipts = await Promise.all(presses.map(({ pressId }) => deliver(pressId)));
  expect(own(receipts.map(({ state }) => state))).toEqual(['delivered']);
  expect(await world.calloutsOf(thandi.customerId)).toHaveLength(1);
});

test('a call without an answer does not keep the others: they call after half of their time', async () => {
  const asked = {
    ...{ receivedAt: new Date(), customerId: 999_999, kind: 'real' as const, responseTypeId: null },
    where: { predefinedLocationId: 1 },
  };
  const failed = { kind: 'failed' as const, problem: 'aura_unavailable' as const, mayExist: true };
  let answer: (outcome: CreateOutcome) => void = () => undefined;
  const unanswered = new Promise<CreateOutcome>((resolve) => {
    answer = resolve;
  });
  const first = shareCall({ ...asked, pressId: 'first' }, 60_000, () => unanswered);
  expect(await shareCall({ ...asked, pressId: 'second' }, 20, async () => failed)).toBe(failed);
  answer(failed);
  await first;
});

test('one of them that is taken back does not take the callout from the others', async () => {
  const held = await raise({ graceSeconds: 30 });
  const [kept] = await Promise.all([raise(), withdrawPress(actor(), { pressId: held.pressId })]);
  expect(kept?.state).toBe('delivered');
  expect(await world.calloutsOf(thandi.customerId)).toEqual([{ id: kept?.calloutId, isOpen: true }]);
});
