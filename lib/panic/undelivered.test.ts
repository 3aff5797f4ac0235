import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor, personActor, systemActor } from '#lib/identity/actor.ts';
import { insertOperator } from '#lib/identity/store.ts';
import { CHANGES_CHANNEL, readChange } from '#lib/live/changes.ts';
import { acknowledgePress } from '#lib/panic/acknowledge-press.ts';
import { deliverPress } from '#lib/panic/deliver-press.ts';
import { listUndelivered } from '#lib/panic/list-undelivered.ts';
import { raisePress } from '#lib/panic/raise-press.ts';
import { readReceipt } from '#lib/panic/read-receipt.ts';
import { withdrawPress } from '#lib/panic/withdraw-press.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();

// What operators see of presses that AURA does not have, and when their pages are told to look.

let thandi: TestPerson;
const pages: Client[] = [];
const own = () => personActor(thandi.personId, '192.0.2.1', thandi.customerId);

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.end();
  await world.mendAura();
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

/** What an open page does: looks again at once when it is told of a change. Gives what it saw and when. */
async function followingPage() {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  const seen: { atMs: number; pressIds: string[] }[] = [];
  client.on('notification', ({ payload }) => {
    if (readChange(payload ?? '')?.about !== 'press') return;
    const atMs = performance.now();
    void alarms().then((list) => seen.push({ atMs, pressIds: list.map(({ pressId }) => pressId) }));
  });
  await client.query(`listen ${CHANGES_CHANNEL}`);
  pages.push(client);
  return { seen };
}

test('a page with a live line is told when a press is overdue, while AURA is still silent', async () => {
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

test('and when an attempt has failed, or somebody has taken the press up', async () => {
  const page = await followingPage();
  await world.refuse('createCallout', 429);
  const { pressId } = await raise();
  const told = page.seen.length;
  await deliverPress(systemActor('test'), { pressId, deadlineMs: 300 });
  await vi.waitFor(() => expect(page.seen.length).toBeGreaterThan(told));
  const before = page.seen.length;
  await acknowledgePress(await newOperator(), { pressId });
  await vi.waitFor(() => expect(page.seen.length).toBeGreaterThan(before));
});

describe('presses of one person', () => {
  test('that wait in the same way are one alarm, named after the first, and are taken up as one', async () => {
    await world.refuse('any', 503);
    const ids: string[] = [];
    for (let time = 0; time < 3; time += 1) ids.push((await raise()).pressId);
    const [first = '', second = '', third = ''] = ids;
    expect(await alarms()).toMatchObject([{ pressId: first, repeats: [second, third], acknowledged: null }]);

    await acknowledgePress(await newOperator(), { pressId: first });
    expect(await alarms()).toMatchObject([
      { pressId: first, repeats: [second, third], acknowledged: { by: 'Sipho' } },
    ]);
    const { rows } = await pool().query(`select subject from audit_entry where action = 'press.acknowledge'`);
    expect(rows.map(({ subject }) => subject)).toEqual(expect.arrayContaining(ids));

    // One more is a new alarm.
    const fourth = await raise();
    expect(await alarms()).toMatchObject([{ pressId: fourth.pressId, repeats: [] }, { pressId: first }]);
  });

  test('stay apart when they wait for different things, or have ended', async () => {
    await world.refuse('any', 429);
    const waiting = await raise();
    const placeless = await raise({ location: undefined });
    await world.mendAura();
    await world.refuse('createCallout', 403);
    const refused = await raise();
    const shown = await alarms();
    expect(shown.map(({ pressId }) => pressId).toSorted()).toEqual(
      [waiting.pressId, placeless.pressId, refused.pressId].toSorted(),
    );
    await acknowledgePress(await newOperator(), { pressId: refused.pressId });
    expect((await alarms()).filter(({ acknowledged }) => acknowledged === null)).toHaveLength(2);
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
