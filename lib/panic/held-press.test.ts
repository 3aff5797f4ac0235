import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listUndelivered } from '#lib/console/attention/list-undelivered.ts';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { deliverDuePresses, deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { sendNow } from '#lib/panic/device/send-now.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { letGo } from '#lib/panic/held-here.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });
const outage = testOutage(world.databaseUrl);
const system = systemActor('test');

let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  await outage.end();
  await world.restoreAura();
  await recoverJournal(system, {});
});

const actor = (of = thandi) => personActor(of.personId, '192.0.2.1', of.customerId);
const calloutsAtAura = () => world.calloutsOf(thandi.customerId);
/** Longer than any test takes. */
const held = (more: object = {}) => newTestPress({ graceSeconds: 30, ...more });

async function raise(press: ReturnType<typeof newTestPress>) {
  const raised = await raisePress(actor(), press);
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value.receipt;
}

async function receiptOf(pressId: string) {
  const read = await readReceipt(actor(), { pressId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

const endOfGrace = async (pressId: string) =>
  (await pool().query('select sends_at, due_at from press where id = $1', [pressId])).rows[0];

/** Ends the grace, with the process that took the press dead. */
async function outlive(pressId: string) {
  letGo(pressId);
  await pool().query('update press set sends_at = now(), due_at = now() where id = $1', [pressId]);
}

async function undeliveredIds() {
  const listed = await listUndelivered(operatorActor('viewer', 'somebody', 'Viewer'), {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value.presses.map(({ pressId }) => pressId);
}

describe('a held press', () => {
  test('is committed and answered as held, and AURA is not asked before its grace is over', async () => {
    const receipt = await raise(held());
    expect(receipt).toMatchObject({ state: 'held', attempts: 0, problem: null, sending: 'yes' });
    const { sends_at } = await endOfGrace(receipt.pressId);
    expect(receipt.sendsAt).toBe(sends_at.toISOString());
    await deliverPress(system, { pressId: receipt.pressId, deadlineMs: 2_000 });
    await deliverDuePresses(system, {});
    expect(await receiptOf(receipt.pressId)).toMatchObject({ state: 'held' });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('is sent by the process that took it, once', async () => {
    const { pressId } = await raise(held({ graceSeconds: 1 }));
    const delivered = await eventually(async () => {
      const receipt = await receiptOf(pressId);
      expect(receipt.state).toBe('delivered');
      return receipt;
    });
    expect(delivered).toMatchObject({ attempts: 1, sendsAt: null });
    expect(await calloutsAtAura()).toEqual([{ id: delivered.calloutId, isOpen: true }]);
  });

  test('is sent by the worker when that process is dead', async () => {
    const { pressId } = await raise(held());
    await outlive(pressId);
    await deliverDuePresses(system, {});
    expect(await receiptOf(pressId)).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  test('is no work for the worker within its grace, also when it was due by mistake', async () => {
    const { pressId } = await raise(held());
    await pool().query('update press set due_at = now() where id = $1', [pressId]);
    await deliverDuePresses(system, {});
    expect(await receiptOf(pressId)).toMatchObject({ state: 'held', attempts: 0 });
  });

  test.each([0, 1, undefined])(
    'keeps its first end when it is repeated with a grace of %s',
    async (again) => {
      const press = held();
      const first = await raise(press);
      const before = await endOfGrace(press.pressId);
      expect(await raise({ ...press, graceSeconds: again } as typeof press)).toMatchObject({
        state: 'held',
        sendsAt: first.sendsAt,
      });
      expect(await endOfGrace(press.pressId)).toEqual(before);
    },
  );

  test('takes a better position within its grace, and is still not sent', async () => {
    const press = held({ location: undefined });
    await raise(press);
    const { location } = newTestPress();
    const before = await endOfGrace(press.pressId);
    expect(await raise({ ...press, location })).toMatchObject({ state: 'held', problem: null });
    expect((await endOfGrace(press.pressId)).due_at >= before.sends_at).toBe(true);
    await outlive(press.pressId);
    await deliverDuePresses(system, {});
    const [callout] = await calloutsAtAura();
    expect(await receiptOf(press.pressId)).toMatchObject({ state: 'delivered', calloutId: callout?.id });
  });

  test('is shown to operators from the end of its grace, with or without a position', async () => {
    const { pressId } = await raise(held());
    const placeless = await raise(held({ location: undefined }));
    const ids = [pressId, placeless.pressId];
    await pool().query(`update press set received_at = now() - interval '5 s' where id = any($1)`, [ids]);
    const before = await undeliveredIds();
    expect(ids.filter((id) => before.includes(id))).toEqual([]);
    for (const id of ids) await outlive(id);
    await pool().query(`update press set sends_at = now() - interval '2 s' where id = any($1)`, [ids]);
    expect(await undeliveredIds()).toEqual(expect.arrayContaining(ids));
    await deliverDuePresses(system, {});
  });

  test('is sent without the database when that is away at the end of its grace', async () => {
    const { pressId } = await raise(held({ graceSeconds: 1 }));
    await outage.begin();
    await eventually(async () => expect(await calloutsAtAura()).toHaveLength(1));
    await outage.end();
    await eventually(async () => {
      await recoverJournal(system, {});
      expect(await receiptOf(pressId)).toMatchObject({ state: 'delivered' });
    });
    expect(await calloutsAtAura()).toHaveLength(1);
  });
});

describe('the two answers of the grace', () => {
  test('withdraw: AURA is never asked', async () => {
    const { pressId } = await raise(held());
    expect(await withdrawPress(actor(), { pressId })).toMatchObject({ value: { state: 'withdrawn' } });
    await outlive(pressId);
    await deliverDuePresses(system, {});
    expect(await withdrawPress(actor(), { pressId })).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await sendNow(actor(), { pressId })).toMatchObject({ value: { state: 'withdrawn' } });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('send: at once; a second time, and after delivery, nothing more', async () => {
    const { pressId } = await raise(held());
    const sent = await sendNow(actor(), { pressId });
    expect(sent).toMatchObject({ value: { state: 'delivered', attempts: 1, sendsAt: null } });
    const before = await world.callsOf('createCallout');
    expect(await sendNow(actor(), { pressId })).toMatchObject({ value: { state: 'delivered', attempts: 1 } });
    expect(await withdrawPress(actor(), { pressId })).toEqual({ ok: false, code: 'press.settled' });
    expect(await world.callsOf('createCallout')).toBe(before);
  });

  test('send twice at once makes one callout', async () => {
    const { pressId } = await raise(held());
    await Promise.all([1, 2, 3].map(() => sendNow(actor(), { pressId })));
    await eventually(async () => expect(await receiptOf(pressId)).toMatchObject({ state: 'delivered' }));
    expect(await calloutsAtAura()).toHaveLength(1);
  });

  test.each([
    ['send', sendNow],
    ['withdraw', withdrawPress],
  ])('%s for a press of somebody else changes nothing, and is audited', async (_name, verb) => {
    const { pressId } = await raise(held());
    const stranger = actor(await registerTestPerson());
    expect(await verb(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
    expect(await receiptOf(pressId)).toMatchObject({ state: 'held', withdrawRequestedAt: null });
    const { rows } = await pool().query('select action from audit_entry where subject = $1', [pressId]);
    expect(rows).toEqual([{ action: 'press.forge' }]);
  });

  test('send for an unknown press is refused', async () => {
    const { pressId } = newTestPress();
    expect(await sendNow(actor(), { pressId })).toEqual({ ok: false, code: 'press.not_found' });
  });
});

describe('without the database, a held press', () => {
  test('waits in the journal and is sent at the end of its grace', async () => {
    await outage.begin();
    const receipt = await raise(held({ graceSeconds: 1 }));
    expect(receipt).toMatchObject({ state: 'held', attempts: 0 });
    // AURA has it before its answer is in the journal.
    await eventually(async () =>
      expect(await receiptOf(receipt.pressId)).toMatchObject({ state: 'delivered' }),
    );
    expect(await calloutsAtAura()).toHaveLength(1);
  });

  test('can be withdrawn, and then is not sent', async () => {
    await outage.begin();
    const { pressId } = await raise(held());
    expect(await withdrawPress(actor(), { pressId })).toMatchObject({ ok: true });
    expect(await sendNow(actor(), { pressId })).toMatchObject({ value: { sending: 'no' } });
    await outage.end();
    await recoverJournal(system, {});
    await outlive(pressId);
    await deliverDuePresses(system, {});
    expect(await receiptOf(pressId)).toMatchObject({ state: 'withdrawn' });
    expect(await calloutsAtAura()).toEqual([]);
  });

  test('is sent at once when its person says so', async () => {
    await outage.begin();
    const { pressId } = await raise(held());
    expect(await sendNow(actor(), { pressId })).toMatchObject({ value: { state: 'delivered' } });
    expect(await calloutsAtAura()).toHaveLength(1);
  });

  test('stays held when the database is back before its grace is over', async () => {
    await outage.begin();
    const { pressId } = await raise(held());
    await outage.end();
    await recoverJournal(system, {});
    await deliverDuePresses(system, {});
    expect(await receiptOf(pressId)).toMatchObject({ state: 'held' });
    await outlive(pressId);
    await deliverDuePresses(system, {});
    expect(await receiptOf(pressId)).toMatchObject({ state: 'delivered' });
  });
});
