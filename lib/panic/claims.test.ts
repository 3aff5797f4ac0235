import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { commitPress } from '#lib/panic/commit-store.ts';
import {
  beginning,
  ending,
  endingGrace,
  releasing,
  renewing,
  requestingWithdrawal,
} from '#lib/panic/core/changes.ts';
import type { LeasedPress } from '#lib/panic/core/press.ts';
import { endWithCallout } from '#lib/panic/core/settle.ts';
import { carryOut, moment } from '#lib/panic/delivery/carry-out.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { claimDuePresses, claimPress, findPress } from '#lib/panic/store.ts';
import { requestWithdrawal } from '#lib/panic/withdraw-store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

const world = await testWorld();

// What a process may still write after its lease has expired.

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  await world.restoreAura();
});

async function claim(id: string) {
  const claimed = await claimPress(id, 4_000);
  if (!claimed) throw new Error('somebody else has it');
  return claimed;
}

const begin = (press: LeasedPress, expiryMinutes = 10) =>
  commitPress(beginning(press, 4_000, { ...moment(), expiryMinutes }));

/** A press leased to one process, and the callout that AURA made for it. */
async function raiseHeld() {
  await world.refuse('createCallout', 429);
  const raised = await raisePress(
    personActor(thandi.personId, '192.0.2.1', thandi.customerId),
    newTestPress(),
  );
  if (!raised.ok) throw new Error(raised.code);
  await world.restoreAura();
  const { pressId } = raised.value.receipt;
  const slow = await claim(pressId);
  await begin(slow);
  const location = { latitude: -26.1, longitude: 28.05 };
  const created = await auraClient().createCallout({
    customerId: thandi.customerId,
    location,
    responseTypeId: 1,
  });
  const callout = {
    calloutId: created.calloutId,
    rawStatus: null,
    trackingUrl: null,
    responseTypeId: null,
    isTest: null,
    createdAt: null,
    place: null,
  };
  return { pressId, slow, callout };
}

/** The lease expires while its holder is busy. */
const outlive = (pressId: string) =>
  pool().query(`update press set lease_until = now() - interval '1 ms' where id = $1`, [pressId]);

const deliver = (pressId: string) => deliverPress(systemActor('test'), { pressId, deadlineMs: 2_000 });

describe('a process whose lease has expired', () => {
  test('neither ends nor overwrites the lease of another', async () => {
    const { pressId, slow } = await raiseHeld();
    await outlive(pressId);
    const quick = await claim(pressId);
    await commitPress(releasing(slow, 0, { outcomeUnknownSince: null }));
    await commitPress(ending(slow, 'expired', new Date()));
    expect(await begin(slow)).toBeNull();
    expect(await commitPress(renewing(slow, 1_000))).toBeNull();
    expect(await claimPress(pressId, 4_000)).toBeNull();
    expect(await findPress(pressId)).toMatchObject({
      state: 'recorded',
      outcomeUnknownSince: expect.any(Date),
    });
    expect(await commitPress(renewing(quick, 1_000))).toMatchObject({ id: pressId });
  });

  test('links AURA’s callout to a press that expired meanwhile', async () => {
    const { pressId, slow, callout } = await raiseHeld();
    await outlive(pressId);
    await commitPress(ending(await claim(pressId), 'expired', new Date()));
    await carryOut(endWithCallout({ press: slow, deadlineMs: 2_000 }, callout, moment()), 2_000);
    expect(await findPress(pressId)).toMatchObject({ state: 'delivered', calloutId: callout.calloutId });
  });

  test('has AURA’s callout cancelled for a press that ended as withdrawn meanwhile', async () => {
    const { pressId, slow, callout } = await raiseHeld();
    await outlive(pressId);
    await requestWithdrawal(pressId, thandi.personId, new Date());
    await commitPress(ending(await claim(pressId), 'withdrawn', new Date()));
    await carryOut(endWithCallout({ press: slow, deadlineMs: 2_000 }, callout, moment()), 2_000);
    expect(await findPress(pressId)).toMatchObject({ state: 'recorded', calloutId: null });
    await pool().query(`update press set last_attempt_at = now() - interval '1 minute' where id = $1`, [
      pressId,
    ]);
    expect(await deliver(pressId)).toMatchObject({
      value: { state: 'withdrawn', calloutId: callout.calloutId },
    });
    expect(await world.calloutsOf(thandi.customerId)).toEqual([{ id: callout.calloutId, isOpen: false }]);
  });
});

describe('the worker leaves a press to the app that was asked', () => {
  const ASKED = [
    { what: 'to withdraw it', change: (press: LeasedPress) => requestingWithdrawal(press, new Date()) },
    { what: 'to send it before the end of its grace', change: (press: LeasedPress) => endingGrace(press) },
  ];
  for (const { what, change } of ASKED) {
    test(`${what}, and takes it soon where that app dies`, async () => {
      const { pressId, slow } = await raiseHeld();
      await commitPress(releasing(slow, 600_000));
      await pool().query(`update press set sends_at = now() + interval '1 min' where id = $1`, [pressId]);
      await commitPress(change(slow));
      const due = await claimDuePresses(100, 4_000);
      expect(due.map(({ id }) => id)).not.toContain(pressId);
      const soon = `select due_at < now() + interval '1 s' as soon from press where id = $1`;
      expect((await pool().query(soon, [pressId])).rows).toEqual([{ soon: true }]);
      expect(await claimPress(pressId, 4_000)).toMatchObject({ id: pressId });
    });
  }
});

test('a lease is measured by the database’s clock alone', async () => {
  const { pressId, slow } = await raiseHeld();
  await commitPress(releasing(slow, 0));
  const { rows } = await pool().query(`update press set lease_until = now() + interval '1 s' where id = $1`, [
    pressId,
  ]);
  expect(rows).toEqual([]);
  expect(await claimPress(pressId, 4_000)).toBeNull();
  await outlive(pressId);
  await claim(pressId);
  const left = await pool().query(
    'select extract(epoch from lease_until - now()) as seconds from press where id = $1',
    [pressId],
  );
  expect(Number(left.rows[0].seconds)).toBeGreaterThan(6);
});

test('an attempt does not begin when the press has expired while it was being claimed', async () => {
  const { pressId, slow } = await raiseHeld();
  await pool().query(`update press set received_at = now() - interval '10 minutes' where id = $1`, [pressId]);
  expect(await begin(slow)).toBeNull();
  expect(await begin(slow, 11)).toMatchObject({ id: slow.id });
});
