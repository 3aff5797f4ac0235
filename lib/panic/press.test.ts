import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/platform/testing/test-callout.ts';
import { testWorld } from '#lib/platform/testing/test-world.ts';

const world = await testWorld();
const { raisePress } = await import('#lib/panic/raise-press.ts');
const { deliverPress } = await import('#lib/panic/deliver-press.ts');
const { withdrawPress } = await import('#lib/panic/withdraw-press.ts');
const { adoptCallouts } = await import('#lib/panic/adopt-callouts.ts');
const { listUndelivered } = await import('#lib/panic/list-undelivered.ts');
const { acknowledgePress } = await import('#lib/panic/acknowledge-press.ts');
const { readReceipt } = await import('#lib/panic/read-receipt.ts');
const { refreshCallout } = await import('#lib/callouts/refresh-callout.ts');
const { insertOperator } = await import('#lib/identity/store.ts');
const { STRAY_REQUEST_MS } = await import('#lib/panic/model.ts');
const { pool } = await import('#lib/platform/db/database.ts');

const system = systemActor('test');
const LOCATION = {
  latitude: -26.1,
  longitude: 28.05,
  accuracy: 12,
  fixedAt: '2026-11-23T10:00:00Z',
  source: 'live',
};
const MINUTE_MS = 60_000;

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.mendAura();
});
afterAll(async () => {
  await pool().end();
  await world.close();
});

function newPress(more: Record<string, unknown> = {}) {
  return { pressId: randomUUID(), pressedAt: '2026-11-23T10:00:00Z', location: LOCATION, ...more };
}

async function raise(press: ReturnType<typeof newPress>, by = thandi) {
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

describe('raising', () => {
  test('ends delivered with AURA’s id, and the callout is ours to follow', async () => {
    const receipt = await raise(newPress());
    expect(receipt).toMatchObject({ state: 'delivered', attempts: 1, problem: null });
    expect(await calloutsAtAura()).toEqual([{ id: receipt.calloutId, isOpen: true }]);
  });

  test('the same id again gives the same answer and starts nothing', async () => {
    const press = newPress();
    const first = await raise(press);
    const before = await world.callsOf('createCallout');
    const again = await raise(press);
    expect(again).toMatchObject({ state: 'delivered', calloutId: first.calloutId, attempts: 1 });
    expect(await world.callsOf('createCallout')).toBe(before);
  });

  test('twenty at once with one id are one press and one attempt', async () => {
    const press = newPress();
    const before = await world.callsOf('createCallout');
    await Promise.all(Array.from({ length: 20 }, () => raise(press)));
    expect((await world.callsOf('createCallout')) - before).toBe(1);
  });

  test('twenty presses of one person at once fold into one callout', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => raise(newPress())));
    expect(new Set(receipts.map(({ calloutId }) => calloutId)).size).toBe(1);
    expect(await calloutsAtAura()).toHaveLength(1);
  });

  test('somebody else’s id is refused, changes nothing, and is audited', async () => {
    const press = newPress();
    const theirs = await raise(press);
    const stranger = await registerTestPerson();
    const forged = await raisePress(personActor(stranger.personId, '192.0.2.9'), press);
    expect(forged).toEqual({ ok: false, code: 'press.not_found' });
    expect(await world.calloutsOf(stranger.customerId)).toEqual([]);
    const { rows } = await pool().query('select action from audit_entry where subject = $1', [press.pressId]);
    expect(rows).toEqual([{ action: 'press.forge' }]);
    expect(theirs.state).toBe('delivered');
  });

  test('a device clock that is years off changes nothing', async () => {
    const receipt = await raise(newPress({ pressedAt: '2031-01-01T00:00:00+02:00' }));
    expect(receipt.state).toBe('delivered');
    expect(receipt.ages.receivedSeconds).toBeLessThan(60);
  });

  test('without a position it stays recorded, in front of the operators, and AURA is not asked', async () => {
    const before = await world.callsOf('createCallout');
    const receipt = await raise(newPress({ location: undefined }));
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'no_location', attempts: 0 });
    expect(await world.callsOf('createCallout')).toBe(before);
    expect(await undeliveredIds()).toContain(receipt.pressId);
  });

  test('AURA’s refusal is told as one, with its reason in our words', async () => {
    await world.flip({ noSubscription: '403' });
    await pool().query('update person set aura_customer_id = 999999999 where id = $1', [thandi.personId]);
    expect(await raise(newPress())).toMatchObject({ state: 'rejected', problem: 'refused' });
  });
});

describe('delivery', () => {
  test('a lost answer is settled by asking again: one callout', async () => {
    await world.breakAura('createCallout', 'reset_after', [1, 2, 3]);
    const receipt = await raise(newPress());
    const settled = receipt.state === 'recorded' ? await deliver(receipt.pressId) : receipt;
    expect(settled.state).toBe('delivered');
    expect(await calloutsAtAura()).toEqual([{ id: settled.calloutId, isOpen: true }]);
  });

  test('while AURA is away the press is recorded and says why; it is delivered when AURA is back', async () => {
    await world.breakAura('any', 'status');
    const receipt = await raise(newPress());
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'aura_unavailable', calloutId: null });
    expect(await undeliveredIds()).toContain(receipt.pressId);
    await world.mendAura();
    expect(await deliver(receipt.pressId)).toMatchObject({ state: 'delivered' });
    expect(await undeliveredIds()).not.toContain(receipt.pressId);
  });

  test('two workers never deliver the same press at once', async () => {
    await world.breakAura('any', 'status');
    const { pressId } = await raise(newPress());
    await world.mendAura();
    const before = await world.callsOf('createCallout');
    await Promise.all(Array.from({ length: 10 }, () => deliver(pressId)));
    expect((await world.callsOf('createCallout')) - before).toBe(1);
  });

  test('past its expiry a press is never sent', async () => {
    await world.breakAura('any', 'reset_before');
    const { pressId } = await raise(newPress());
    await world.mendAura();
    later(11 * MINUTE_MS);
    expect(await deliver(pressId)).toMatchObject({ state: 'expired', calloutId: null });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('an expired press whose lost attempt did reach AURA turns out delivered', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId, state } = await raise(newPress());
    expect(state).toBe('recorded');
    await world.mendAura();
    later(11 * MINUTE_MS);
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
  });

  test('a press after AURA closed the callout opens a new one, also when we have not heard of the close', async () => {
    const first = await raise(newPress());
    await world.step(Number(first.calloutId), 'own');
    await world.step(Number(first.calloutId), 'dispatch');
    await world.step(Number(first.calloutId), 'arrive');
    await world.step(Number(first.calloutId), 'complete');
    await world.step(Number(first.calloutId), 'close');
    const second = await raise(newPress());
    expect(second.calloutId).not.toBe(first.calloutId);
    const refreshed = await refreshCallout(system, { calloutId: first.calloutId, source: 'poll' });
    expect(refreshed.ok).toBe(true);
  });
});

describe('withdrawing', () => {
  test('a press that AURA was never asked about ends at once', async () => {
    const { pressId } = await raise(newPress({ location: undefined }));
    expect(await withdraw(pressId)).toMatchObject({ state: 'withdrawn' });
    expect(await withdraw(pressId)).toMatchObject({ state: 'withdrawn' });
  });

  test('after a lost answer, what AURA made of it is cancelled there before it ends', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newPress());
    await world.mendAura();
    expect(await withdraw(pressId)).toMatchObject({ state: 'recorded' });
    later(STRAY_REQUEST_MS + 1_000);
    const receipt = await deliver(pressId);
    expect(receipt.state).toBe('withdrawn');
    expect(await calloutsAtAura()).toEqual([{ id: receipt.calloutId, isOpen: false }]);
  });

  test('does not call off the open callout of an earlier press', async () => {
    const earlier = await raise(newPress());
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newPress());
    await world.mendAura();
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    expect(await calloutsAtAura()).toEqual([{ id: earlier.calloutId, isOpen: true }]);
  });

  test('while AURA does not tell, the press does not end', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newPress());
    await world.breakAura('listActiveCallouts', 'status');
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'recorded' });
    await world.mendAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn' });
  });

  test('is too late once AURA has it, and is nobody else’s to ask', async () => {
    const { pressId } = await raise(newPress());
    const own = personActor(thandi.personId, '192.0.2.1');
    expect(await withdrawPress(own, { pressId })).toEqual({ ok: false, code: 'press.settled' });
    const stranger = personActor((await registerTestPerson()).personId, '192.0.2.2');
    expect(await withdrawPress(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
    expect(await readReceipt(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
  });
});

describe('callouts that no press knows', () => {
  test('are taken in, linked to the press that must have made them', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId } = await raise(newPress());
    await adoptCallouts(system, {});
    const [made] = await calloutsAtAura();
    const receipt = await readReceipt(personActor(thandi.personId, '192.0.2.1'), { pressId });
    expect(receipt).toMatchObject({ ok: true, value: { state: 'delivered', calloutId: made?.id } });
  });

  test('are cancelled when their press was withdrawn', async () => {
    await world.breakAura('createCallout', 'reset_before');
    const { pressId } = await raise(newPress());
    await world.mendAura();
    await withdraw(pressId);
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
    // The request that we had given up arrives after all.
    const { auraClient } = await import('#lib/platform/aura-client.ts');
    const position = { latitude: -26.1, longitude: 28.05 };
    const call = { customerId: thandi.customerId, location: position, responseTypeId: 1 };
    await auraClient().createCallout(call, { deadlineMs: 5_000 });
    await adoptCallouts(system, {});
    expect(await calloutsAtAura()).toMatchObject([{ isOpen: false }]);
  });
});

describe('operators', () => {
  test('see an undelivered press until one of them takes it up, and who that was while it is still sent', async () => {
    await world.breakAura('any', 'status');
    const { pressId } = await raise(newPress());
    const id = randomUUID();
    const names = { id, name: 'Sipho', email: `${id}@example.test`, role: 'operator' };
    await insertOperator(names, 'no password', new Date());
    const sipho = operatorActor('operator', id, 'Sipho');
    await acknowledgePress(sipho, { pressId });
    const listed = (await undelivered()).find((press) => press.pressId === pressId);
    expect(listed?.acknowledged).toMatchObject({ by: 'Sipho' });

    later(11 * MINUTE_MS + STRAY_REQUEST_MS);
    await world.mendAura();
    expect((await deliver(pressId)).state).toBe('expired');
    expect(await undeliveredIds()).not.toContain(pressId);
  });
});

async function undelivered() {
  const listed = await listUndelivered(operatorActor('viewer', 'somebody', 'Viewer'), {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value.presses;
}

const undeliveredIds = async () => (await undelivered()).map(({ pressId }) => pressId);
