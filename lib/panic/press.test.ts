import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { listUndelivered } from '#lib/console/attention/list-undelivered.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { commitPress } from '#lib/panic/commit-store.ts';
import { releasing } from '#lib/panic/core/changes.ts';
import { deliverDuePresses, deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { claimPress, findPress } from '#lib/panic/store.ts';
import { requestWithdrawal } from '#lib/panic/withdraw-store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

const system = systemActor('test');
const MINUTE_MS = 60_000;

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

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

describe('raising', () => {
  test('ends delivered with AURA’s id, and the callout is ours to follow', async () => {
    const receipt = await raise(newTestPress());
    expect(receipt).toMatchObject({ state: 'delivered', attempts: 1, problem: null });
    expect(await calloutsAtAura()).toEqual([{ id: receipt.calloutId, isOpen: true }]);
  });

  test('keeps with the callout what kind of help it is, and a later press changes nothing of it', async () => {
    const { calloutId } = await raise(newTestPress());
    const typeOf = async () =>
      (await pool().query('select response_type_id as type from callout where id = $1', [calloutId])).rows;
    expect(await typeOf()).toEqual([{ type: 1 }]);
    await pool().query('update callout set response_type_id = 2 where id = $1', [calloutId]);
    await raise(newTestPress());
    expect(await typeOf()).toEqual([{ type: 2 }]);
  });

  test('the same id again gives the same answer and starts nothing', async () => {
    const press = newTestPress();
    const first = await raise(press);
    const before = await world.callsOf('createCallout');
    const again = await raise(press);
    expect(again).toMatchObject({ state: 'delivered', calloutId: first.calloutId, attempts: 1 });
    expect(await world.callsOf('createCallout')).toBe(before);
  });

  test('twenty at once with one id are one press and one attempt', async () => {
    const press = newTestPress();
    const before = await world.callsOf('createCallout');
    await Promise.all(Array.from({ length: 20 }, () => raise(press)));
    expect((await world.callsOf('createCallout')) - before).toBe(1);
  });

  test('twenty presses of one person at once fold into one callout', async () => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => raise(newTestPress())));
    expect(new Set(receipts.map(({ calloutId }) => calloutId)).size).toBe(1);
    expect(await calloutsAtAura()).toHaveLength(1);
  });

  test('another person’s id is refused, changes nothing, and is audited', async () => {
    const press = newTestPress();
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
    const receipt = await raise(newTestPress({ pressedAt: '2031-01-01T00:00:00+02:00' }));
    expect(receipt.state).toBe('delivered');
    expect(receipt.ages.receivedSeconds).toBeLessThan(60);
  });

  test('without a position it stays recorded, operators see it, and AURA is not asked', async () => {
    const before = await world.callsOf('createCallout');
    const receipt = await raise(newTestPress({ location: undefined }));
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'no_location', attempts: 0 });
    expect(await world.callsOf('createCallout')).toBe(before);
    expect(await undeliveredIds()).toContain(receipt.pressId);
  });

  test('a repeat with a better position is where help is sent, one with a worse is not', async () => {
    await world.breakAura('any', 'status');
    const at = '2026-11-23T10:00:00Z';
    const saved = { latitude: -26.2, longitude: 28.04, accuracy: 0, fixedAt: at, source: 'saved' };
    const lastKnown = { latitude: -26.3, longitude: 28.03, accuracy: 20, fixedAt: at, source: 'last_known' };
    const press = newTestPress({ location: saved });
    const { location: live } = newTestPress();
    const { pressId } = await raise(press);
    for (const location of [live, lastKnown, saved]) {
      expect(await raise({ ...press, location })).toMatchObject({ state: 'recorded', sending: 'yes' });
    }
    const found = await findPress(pressId);
    expect(found?.fix).toMatchObject({ latitude: live.latitude, fixSource: 'live' });
  });

  test('AURA’s refusal is on the receipt, with its reason in our words', async () => {
    await world.flip({ noSubscription: '403' });
    await pool().query('update person set aura_customer_id = 999999999 where id = $1', [thandi.personId]);
    expect(await raise(newTestPress())).toMatchObject({ state: 'rejected', problem: 'refused' });
  });
});

describe('delivery', () => {
  test('a lost answer is settled by asking again: one callout', async () => {
    await world.breakAura('createCallout', 'reset_after', [1, 2, 3]);
    const receipt = await raise(newTestPress());
    const settled = receipt.state === 'recorded' ? await deliver(receipt.pressId) : receipt;
    expect(settled.state).toBe('delivered');
    expect(await calloutsAtAura()).toEqual([{ id: settled.calloutId, isOpen: true }]);
  });

  test('while AURA is away the press is recorded and says why; it is delivered when AURA is back', async () => {
    await world.breakAura('any', 'status');
    const receipt = await raise(newTestPress());
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'aura_unavailable', calloutId: null });
    expect(await undeliveredIds()).toContain(receipt.pressId);
    await world.restoreAura();
    expect(await deliver(receipt.pressId)).toMatchObject({ state: 'delivered' });
    expect(await undeliveredIds()).not.toContain(receipt.pressId);
  });

  test('two workers never deliver the same press at once', async () => {
    await world.breakAura('any', 'status');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    const before = await world.callsOf('createCallout');
    await Promise.all(Array.from({ length: 10 }, () => deliver(pressId)));
    expect((await world.callsOf('createCallout')) - before).toBe(1);
  });

  test('is continued by another process after a kill, once the lease has expired', async () => {
    await world.breakAura('any', 'status');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    const state = async () => {
      await deliverDuePresses(system, {});
      return (await findPress(pressId))?.state;
    };
    await pool().query(
      `update press set due_at = now(), lease_until = now() + interval '5 s', lease_token = gen_random_uuid()
       where id = $1`,
      [pressId],
    );
    expect(await state()).toBe('recorded');
    expect(await deliverDuePresses(system, {})).toMatchObject({ value: { nextMs: expect.any(Number) } });
    await pool().query(`update press set lease_until = now() - interval '1 ms' where id = $1`, [pressId]);
    expect(await state()).toBe('delivered');
  });

  test('withdrawn while another process has the lease, it is due when that ends', async () => {
    await world.breakAura('any', 'status');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    const held = await claimPress(pressId, 4_000);
    if (!held) throw new Error('somebody else has it');
    await requestWithdrawal(pressId, held.personId, new Date());
    await commitPress(releasing(held, 600_000));
    const { rows } = await pool().query(
      `select due_at <= now() + interval '1 s' as due from press where id = $1`,
      [pressId],
    );
    expect(rows).toEqual([{ due: true }]);
  });

  test('past its expiry a press is never sent', async () => {
    await world.breakAura('any', 'reset_before');
    const { pressId } = await raise(newTestPress());
    await world.restoreAura();
    later(11 * MINUTE_MS);
    expect(await deliver(pressId)).toMatchObject({ state: 'expired', calloutId: null });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('an expired press whose lost attempt did reach AURA turns out delivered', async () => {
    await world.breakAura('createCallout', 'reset_after');
    const { pressId, state } = await raise(newTestPress());
    expect(state).toBe('recorded');
    await world.restoreAura();
    later(11 * MINUTE_MS);
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered', calloutId: made?.id });
  });

  test('a press after AURA closed the callout opens a new one, also when we have not heard of the close', async () => {
    const first = await raise(newTestPress());
    await world.step(Number(first.calloutId), 'own');
    await world.step(Number(first.calloutId), 'dispatch');
    await world.step(Number(first.calloutId), 'arrive');
    await world.step(Number(first.calloutId), 'complete');
    await world.step(Number(first.calloutId), 'close');
    const second = await raise(newTestPress());
    expect(second.calloutId).not.toBe(first.calloutId);
    const refreshed = await refreshCallout(system, { calloutId: first.calloutId, source: 'poll' });
    expect(refreshed.ok).toBe(true);
  });
});

async function undelivered() {
  const listed = await listUndelivered(operatorActor('viewer', 'somebody', 'Viewer'), {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value.presses;
}

const undeliveredIds = async () => (await undelivered()).map(({ pressId }) => pressId);
