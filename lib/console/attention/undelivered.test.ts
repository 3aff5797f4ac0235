import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCustomer } from '#lib/customers/directory/read-customer.ts';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { CHANGES_CHANNEL, readChange } from '#lib/live/changes.ts';
import { deliverPress } from '#lib/panic/delivery/deliver-press.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { giveOutcome } from '#lib/panic/give-outcome.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { acknowledgeAlert } from './acknowledge-alert.ts';
import { listUndelivered } from './list-undelivered.ts';

const world = await testWorld();

// Operators' view of undelivered presses, and when their pages are notified.

let thandi: TestPerson;
const pages: Client[] = [];
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.end();
  await world.restoreAura();
});

async function raise(more: Record<string, unknown> = {}) {
  const raised = await raisePress(own(), newTestPress(more));
  if (!raised.ok) throw new Error(raised.code);
  return raised.value.receipt;
}

const viewer = operatorActor('viewer', 'somebody', 'Viewer');

async function alarms() {
  const listed = await listUndelivered(viewer, {});
  if (!listed.ok) throw new Error(listed.code);
  return listed.value.presses.filter(({ person }) => person.mobile === thandi.mobile);
}

async function newOperator() {
  const id = randomUUID();
  await insertOperator(
    { id, name: 'Sipho', email: `${id}@example.test`, role: 'operator' },
    'no password',
    new Date(),
  );
  return operatorActor('operator', id, 'Sipho');
}

async function acknowledge(pressId: string) {
  const press = (await alarms()).find((each) => each.pressId === pressId);
  const row = { subject: pressId, needs: [{ kind: 'press_undelivered', since: press?.receivedAt }] };
  expect(await acknowledgeAlert(await newOperator(), row)).toMatchObject({ ok: true });
}

/** An open page: re-reads on each change notification. Returns what it saw and when. */
async function followingPage() {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const seen: { atMs: number; pressIds: string[] }[] = [];
  client.on('notification', ({ payload }) => {
    if (!['press', 'attention'].includes(readChange(payload ?? '')?.about ?? '')) return;
    const atMs = performance.now();
    void alarms().then((list) => seen.push({ atMs, pressIds: list.map(({ pressId }) => pressId) }));
  });
  await client.query(`listen ${CHANGES_CHANNEL}`);
  pages.push(client);
  return { seen };
}

test('a page with a stream is notified when a press is overdue, while AURA does not answer yet', async () => {
  const page = await followingPage();
  await world.breakAura('createCallout', 'endless_body');
  const press = newTestPress();
  let isAnswered = false;
  const raising = raisePress(own(), press).then(() => {
    isAnswered = true;
  });
  await vi.waitFor(
    () => expect(page.seen.some(({ pressIds }) => pressIds.includes(press.pressId))).toBe(true),
    3_000,
  );
  expect(isAnswered).toBe(false);
  await raising;
});

test('and when an attempt has failed, or the press was acknowledged', async () => {
  const page = await followingPage();
  await world.refuse('createCallout', 429);
  const { pressId } = await raise();
  const told = page.seen.length;
  await deliverPress(systemActor('test'), { pressId, deadlineMs: 300 });
  await eventually(() => expect(page.seen.length).toBeGreaterThan(told));
  const before = page.seen.length;
  await acknowledge(pressId);
  await eventually(() => expect(page.seen.length).toBeGreaterThan(before));
});

describe('presses of one person', () => {
  test('in the same state are one alert, named after the first, and are acknowledged as one', async () => {
    await world.refuse('any', 503);
    const ids: string[] = [];
    for (let time = 0; time < 3; time += 1) ids.push((await raise()).pressId);
    const [first = '', second = '', third = ''] = ids;
    const [alarm] = await alarms();
    expect(alarm).toMatchObject({ pressId: first, repeats: [second, third], acknowledged: null });
    const { rows: newest } = await pool().query('select received_at from press where id = $1', [third]);
    expect(alarm?.newestAt).toBe(newest[0]?.received_at.toISOString());

    await acknowledge(first);
    expect(await alarms()).toMatchObject([
      { pressId: first, repeats: [second, third], acknowledged: { by: 'Sipho' } },
    ]);
    const { rows } = await pool().query(`select subject from audit_entry where action = 'alert.acknowledge'`);
    expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining(ids));

    // Another press is a new alert.
    const fourth = await raise();
    expect(await alarms()).toMatchObject([{ pressId: fourth.pressId, repeats: [] }, { pressId: first }]);
  });

  test('stay apart when they wait for different things, or have ended', async () => {
    await world.refuse('any', 429);
    const waiting = await raise();
    const placeless = await raise({ location: undefined });
    await world.restoreAura();
    await world.refuse('createCallout', 403);
    const refused = await raise();
    const shown = await alarms();
    expect(shown.map(({ pressId }) => pressId).toSorted()).toEqual(
      [waiting.pressId, placeless.pressId, refused.pressId].toSorted(),
    );
    await acknowledge(refused.pressId);
    expect((await alarms()).filter(({ acknowledged }) => acknowledged === null)).toHaveLength(2);
  });
});

describe('a press that ended without AURA', () => {
  async function ended(kind = 'real', state = 'expired') {
    const { pressId } = await raise({ kind, location: undefined });
    await pool().query('update press set state = $2, settled_at = now() where id = $1', [pressId, state]);
    return pressId;
  }
  const shownIds = async () => (await alarms()).map(({ pressId }) => pressId);
  const history = async () => {
    const read = await readCustomer(viewer, { customerId: thandi.customerId });
    if (!read.ok) throw new Error(read.code);
    return read.value.presses;
  };

  test.each(['expired', 'rejected'])(
    '%s stays with whoever has it until its outcome is given',
    async (state) => {
      const pressId = await ended('real', state);
      await acknowledge(pressId);
      expect(await alarms()).toMatchObject([{ pressId, state, acknowledged: { by: 'Sipho' } }]);

      const sipho = await newOperator();
      const given = { pressIds: [pressId], outcome: 'no_help_needed' };
      expect(await giveOutcome(sipho, given)).toMatchObject({ ok: true });
      expect(await shownIds()).toEqual([]);
      expect(await history()).toMatchObject([
        { pressId, state, calloutId: null, outcome: { outcome: 'no_help_needed', by: 'Sipho' } },
      ]);
      const { rows } = await pool().query(
        `select actor_id, detail from audit_entry where action = 'press.give_outcome' and subject = $1`,
        [pressId],
      );
      expect(rows).toEqual([{ actor_id: expect.any(String), detail: 'no_help_needed' }]);

      expect(await giveOutcome(await newOperator(), given)).toMatchObject({ ok: true });
      const other = { ...given, outcome: 'not_reached' };
      expect(await giveOutcome(sipho, other)).toMatchObject({ ok: false, code: 'press.outcome_not_due' });
      expect(await history()).toMatchObject([{ outcome: { outcome: 'no_help_needed' } }]);
    },
  );

  test('and was withdrawn by the person needs none; of a TEST, the acknowledgement is enough', async () => {
    const withdrawn = await ended('real', 'withdrawn');
    expect(await shownIds()).toEqual([]);
    const practised = await ended('test');
    expect(await shownIds()).toEqual([practised]);
    await acknowledge(practised);
    expect(await shownIds()).toEqual([]);
    for (const pressId of [withdrawn, practised]) {
      const refused = await giveOutcome(await newOperator(), { pressIds: [pressId], outcome: 'called' });
      expect(refused).toMatchObject({ ok: false, code: 'press.outcome_not_due' });
    }
    expect((await history()).map(({ pressId }) => pressId)).toEqual([practised, withdrawn]);
  });

  test('is one row with the person’s others that ended so, which its outcome is for; not with a fresh one', async () => {
    const first = await ended();
    const second = await ended();
    const fresh = (await raise({ location: undefined })).pressId;
    expect((await alarms()).find(({ pressId }) => pressId === first)).toMatchObject({ repeats: [second] });
    const operator = await newOperator();
    const early = { pressIds: [fresh], outcome: 'called' };
    expect(await giveOutcome(operator, early)).toMatchObject({ code: 'press.outcome_not_due' });
    const given = { pressIds: [first, second], outcome: 'called' };
    expect(await giveOutcome(operator, given)).toMatchObject({ ok: true });
    expect(await shownIds()).toEqual([fresh]);
  });

  test.each([
    { outcome: 'maybe' },
    { outcome: null },
    { pressIds: [] },
    { pressIds: ['x'] },
    { pressIds: null },
  ])('takes no outcome like %j', async (wrong) => {
    const pressIds = [await ended()];
    const refused = await giveOutcome(await newOperator(), { pressIds, outcome: 'called', ...wrong });
    expect(refused).toMatchObject({ ok: false, code: 'input.invalid' });
    expect(await giveOutcome(viewer, { pressIds, outcome: 'called' })).toMatchObject({
      code: 'permission.denied',
    });
    expect(await shownIds()).toEqual(pressIds);
  });
});

test('more than a list can hold are counted', async () => {
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at)
     select gen_random_uuid(), $1, 'real', 'expired', now(), now() - interval '1 h' from generate_series(1, 1002)`,
    [thandi.personId],
  );
  const listed = await listUndelivered(viewer, {});
  if (!listed.ok) throw new Error(listed.code);
  const { presses, more } = listed.value;
  expect(presses.length + presses.flatMap(({ repeats }) => repeats).length + more).toBeGreaterThanOrEqual(
    1_002,
  );
  expect(more).toBeGreaterThan(0);
  await pool().query('delete from press where person_id = $1', [thandi.personId]);
});

test('a forged press id is written down wherever it is tried', async () => {
  const { pressId } = await raise({ location: undefined });
  const stranger = personActor((await registerTestPerson()).personId, '192.0.2.7');
  await withdrawPress(stranger, { pressId });
  await readReceipt(stranger, { pressId });
  const { rows } = await pool().query('select action, actor_id from audit_entry where subject = $1', [
    pressId,
  ]);
  const line = { action: 'press.forge', actor_id: stranger.personId };
  expect(rows).toEqual([line, line]);
});
