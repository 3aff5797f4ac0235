import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { recoverJournal } from '#lib/panic/delivery/recover-journal.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testOutage } from '#lib/testing/test-outage.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { writeEntry } from './journal.ts';

const dataDir = testFolder();
const world = await testWorld({ VIGIL_DATA_DIR: dataDir });

const system = systemActor('test');
const journal = join(dataDir, 'journal');
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

const bearer = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

async function raise(press: { pressId: string }) {
  const raised = await raisePress(bearer(), press);
  if (!raised.ok) throw new Error(`not raised: ${raised.code}`);
  return raised.value;
}

describe('while the database is away', () => {
  test('a press goes straight to AURA, and is in the database when that is back', async () => {
    await outage.begin();
    const { receipt, trackingUrl } = await raise(newTestPress());
    expect(receipt.state).toBe('delivered');
    expect(trackingUrl).toContain(world.sandbox.url);
    expect(await world.calloutsOf(thandi.customerId)).toEqual([{ id: receipt.calloutId, isOpen: true }]);
    expect(readdirSync(journal)).toEqual([`${receipt.pressId}.press`]);

    await outage.end();
    await recoverJournal(system, {});
    expect(readdirSync(journal)).toEqual([]);
    const { rows } = await pool().query('select state, callout_id from press where id = $1', [
      receipt.pressId,
    ]);
    expect(rows).toEqual([{ state: 'delivered', callout_id: String(receipt.calloutId) }]);
  });

  test('the receipt is read from the journal, by its owner alone', async () => {
    await outage.begin();
    const { receipt } = await raise(newTestPress());
    const read = await readReceipt(bearer(), { pressId: receipt.pressId });
    expect(read).toMatchObject({ ok: true, value: { state: 'delivered', calloutId: receipt.calloutId } });
    const stranger = personActor('somebody else', '192.0.2.2', 1);
    expect(await readReceipt(stranger, { pressId: receipt.pressId })).toMatchObject({ ok: false });
  });

  test('the same id again starts nothing', async () => {
    await outage.begin();
    const press = newTestPress();
    const first = await raise(press);
    const before = await world.callsOf('createCallout');
    const again = await raise(press);
    expect(again).toMatchObject({ isNew: false, receipt: { calloutId: first.receipt.calloutId } });
    expect(await world.callsOf('createCallout')).toBe(before);
  });

  test('and AURA too, the press is kept, tried again from the disk, and delivered once', async () => {
    await outage.begin();
    await world.breakAura('createCallout', 'reset_after');
    const { receipt } = await raise(newTestPress());
    expect(receipt.state).toBe('recorded');
    await world.restoreAura();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    await recoverJournal(system, {});
    const read = await readReceipt(bearer(), { pressId: receipt.pressId });
    expect(read).toMatchObject({ ok: true, value: { state: 'delivered' } });
    expect(await world.calloutsOf(thandi.customerId)).toHaveLength(1);
  });

  test('a press that AURA does not have either goes on in the database when that is back', async () => {
    await outage.begin();
    await world.breakAura('any', 'status');
    const { receipt } = await raise(newTestPress());
    expect(receipt).toMatchObject({ state: 'recorded', problem: 'aura_unavailable' });
    await world.restoreAura();
    await outage.end();
    await recoverJournal(system, {});
    const delivered = await deliverPress(system, { pressId: receipt.pressId, deadlineMs: 3_000 });
    expect(delivered).toMatchObject({ ok: true, value: { state: 'delivered' } });
    expect(await world.calloutsOf(thandi.customerId)).toHaveLength(1);
  });

  test('without a press token the customer is unknown, and the refusal says to call', async () => {
    await outage.begin();
    const sessionOnly = personActor(thandi.personId, '192.0.2.1');
    expect(await raisePress(sessionOnly, newTestPress())).toEqual({ ok: false, code: 'press.not_recorded' });
  });

  test('neither person nor place can be read from the disk', async () => {
    await outage.begin();
    const { receipt } = await raise(newTestPress());
    const written = readFileSync(join(journal, `${receipt.pressId}.press`), 'utf8');
    for (const secret of ['-26.1', '28.05', String(thandi.customerId), thandi.personId, 'track']) {
      expect(written).not.toContain(secret);
    }
  });
});

test('a press that the database took although its answer was lost is not doubled', async () => {
  const press = newTestPress();
  const recorded = await raise(press);
  await writeEntry({
    pressId: press.pressId,
    personId: thandi.personId,
    customerId: thandi.customerId,
    kind: 'real',
    pressedAt: new Date(),
    receivedAt: new Date(),
    sendsAt: null,
    fix: null,
    responseTypeId: null,
    state: 'recorded',
    attempts: 0,
    lastAttemptAt: null,
    outcomeUnknownSince: null,
    lastProblem: null,
    settledAt: null,
    withdrawRequestedAt: null,
    uncheckedEdition: null,
    uncheckedDevice: null,
    callout: null,
  });
  await recoverJournal(system, {});
  const read = await readReceipt(bearer(), { pressId: press.pressId });
  expect(read).toMatchObject({
    ok: true,
    value: { state: 'delivered', calloutId: recorded.receipt.calloutId },
  });
});
