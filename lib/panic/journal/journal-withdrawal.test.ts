import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { STRAY_REQUEST_MS } from '#lib/panic/core/model.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { insertWithdrawn } from '#lib/panic/withdraw-store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld({ VIGIL_DATA_DIR: testFolder() });

// Withdraws a press that the database does not have yet.

const system = systemActor('test');
const outage = testOutage(world.databaseUrl);

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

async function withdraw(pressId: string) {
  const withdrawn = await withdrawPress(own(), { pressId });
  if (!withdrawn.ok) throw new Error(withdrawn.code);
  return withdrawn.value;
}

async function comeBack() {
  await outage.end();
  await recoverJournal(system, {});
}

const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const calloutsAtAura = () => world.calloutsOf(thandi.customerId);

describe('withdrawing a press that only the journal has', () => {
  test('is kept there: it is not sent again, and ends so when the database is back', async () => {
    await world.breakAura('createCallout', 'status');
    await outage.begin();
    const { pressId } = await raise();
    expect(await withdraw(pressId)).toMatchObject({
      state: 'recorded',
      sending: 'asking',
      withdrawRequestedAt: expect.any(String),
    });
    await world.restoreAura();
    later(60_000);
    const before = await world.callsOf('createCallout');
    await recoverJournal(system, {});
    expect(await world.callsOf('createCallout')).toBe(before);
    await comeBack();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: null });
  });

  test('cancels its callout at AURA', async () => {
    await outage.begin();
    await world.breakAura('createCallout', 'huge_body');
    const { pressId } = await raise();
    await withdraw(pressId);
    await world.restoreAura();
    await comeBack();
    later(STRAY_REQUEST_MS + 1_000);
    const [made] = await calloutsAtAura();
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId: made?.id });
    expect(await calloutsAtAura()).toEqual([{ id: made?.id, isOpen: false }]);
  });

  test('is refused once it is delivered, and to any other person', async () => {
    await outage.begin();
    const { pressId } = await raise();
    expect(await withdrawPress(own(), { pressId })).toEqual({ ok: false, code: 'press.settled' });
    const stranger = personActor('somebody', '192.0.2.9', 1);
    expect(await withdrawPress(stranger, { pressId })).toEqual({ ok: false, code: 'press.not_found' });
    const unknown = { pressId: newTestPress().pressId };
    expect(await withdrawPress(own(), unknown)).toEqual({ ok: false, code: 'server.unavailable' });
  });

  test('that another instance confirmed is carried out when it turns out to be delivered', async () => {
    await outage.begin();
    const { pressId, calloutId } = await raise();
    expect(calloutId).not.toBeNull();
    await outage.end();
    expect(await insertWithdrawn(pressId, thandi.personId, new Date())).toMatchObject({ state: 'withdrawn' });
    await recoverJournal(system, {});
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId });
    expect(await calloutsAtAura()).toEqual([{ id: calloutId, isOpen: false }]);
  });
});

test('a receipt that said delivered stays true, although a withdrawal request had reached the database before', async () => {
  const { pressId } = newTestPress();
  await outage.begin();
  const { calloutId } = await raise({ ...newTestPress(), pressId });
  await outage.end();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, withdraw_requested_at)
     values ($1, $2, 'real', 'recorded', now(), now(), now() - interval '1 minute')`,
    [pressId, thandi.personId],
  );
  await recoverJournal(system, {});
  expect(await readReceipt(own(), { pressId })).toMatchObject({ value: { state: 'delivered', calloutId } });
});

test('and its callout is cancelled where the request came after that receipt', async () => {
  const { pressId } = newTestPress();
  await outage.begin();
  const { calloutId } = await raise({ ...newTestPress(), pressId });
  await outage.end();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, withdraw_requested_at)
     values ($1, $2, 'real', 'recorded', now(), now(), now() + interval '1 minute')`,
    [pressId, thandi.personId],
  );
  await recoverJournal(system, {});
  later(STRAY_REQUEST_MS + 1_000);
  expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId });
  expect(await calloutsAtAura()).toEqual([{ id: calloutId, isOpen: false }]);
});

describe('a press that both the journal and the database have', () => {
  const insert = (pressId: string) =>
    pool().query(
      `insert into press (id, person_id, kind, state, pressed_at, received_at)
       values ($1, $2, 'real', 'recorded', now(), now())`,
      [pressId, thandi.personId],
    );

  test('is not withdrawn once the journal has it as delivered', async () => {
    await outage.begin();
    const { pressId, calloutId } = await raise();
    await outage.end();
    await insert(pressId);
    expect(await withdrawPress(own(), { pressId })).toEqual({ ok: false, code: 'press.settled' });
    await recoverJournal(system, {});
    expect(await deliver(pressId)).toMatchObject({ state: 'delivered', calloutId });
    expect(await calloutsAtAura()).toEqual([{ id: calloutId, isOpen: true }]);
  });

  test('is withdrawn where the database has the request, and its answer was lost', async () => {
    await outage.begin();
    const { pressId, calloutId } = await raise();
    await outage.end();
    await insert(pressId);
    await pool().query('update press set withdraw_requested_at = now() where id = $1', [pressId]);
    expect(await withdraw(pressId)).toMatchObject({ withdrawRequestedAt: expect.any(String) });
    await recoverJournal(system, {});
    later(STRAY_REQUEST_MS + 1_000);
    expect(await deliver(pressId)).toMatchObject({ state: 'withdrawn', calloutId });
  });

  test('has its withdrawal request in both', async () => {
    await world.breakAura('createCallout', 'status');
    await outage.begin();
    const { pressId } = await raise();
    await outage.end();
    await insert(pressId);
    await withdraw(pressId);
    await outage.begin();
    const requested = { withdrawRequestedAt: expect.any(String) };
    expect(await readReceipt(own(), { pressId })).toMatchObject({ ok: true, value: requested });
  });
});

test('a withdrawal request that timed out at the database is not written afterwards', async () => {
  const { pressId } = await raise(newTestPress({ location: undefined }));
  const other = await pool().connect();
  await other.query('begin');
  await other.query('select from press where id = $1 for update', [pressId]);
  expect(await withdrawPress(own(), { pressId })).toEqual({ ok: false, code: 'server.unavailable' });
  await other.query('commit');
  other.release();
  // Queued behind the late statement for the row lock.
  const { rows } = await pool().query(
    'select withdraw_requested_at as requested from press where id = $1 for update',
    [pressId],
  );
  expect(rows).toEqual([{ requested: null }]);
});
