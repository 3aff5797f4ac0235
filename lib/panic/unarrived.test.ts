import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { personActor, systemActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { withdrawPress } from '#lib/panic/device/withdraw-press.ts';
import { forgetUnarrived } from '#lib/panic/forget-unarrived.ts';
import { MOST_UNARRIVED } from '#lib/panic/withdraw-store.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

// Withdrawals of presses that have not arrived, which whoever holds a token may send.

const MINUTE_MS = 60_000;
let thandi: TestPerson;

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(() => {
  vi.useRealTimers();
});

const actor = (of = thandi) => personActor(of.personId, '192.0.2.1', of.customerId);
const withdraw = (pressId = newTestPress().pressId, by = thandi) => withdrawPress(actor(by), { pressId });

function later(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
}

async function rowsOf({ personId }: TestPerson): Promise<string[]> {
  const { rows } = await pool().query('select id from press where person_id = $1', [personId]);
  return rows.map(({ id }) => id);
}

test('a flood writes a few rows, says of none that was not written that it is withdrawn, and is no forgery', async () => {
  const results = await Promise.all(Array.from({ length: 60 }, () => withdraw()));
  const withdrawn = results.flatMap((result) => (result.ok ? [result.value.pressId] : []));
  expect((await rowsOf(thandi)).toSorted()).toEqual(withdrawn.toSorted());
  expect(withdrawn).toHaveLength(MOST_UNARRIVED);
  const refused = results.filter((result) => !result.ok);
  expect(new Set(refused.map((result) => (result.ok ? '' : result.code)))).toEqual(
    new Set(['server.unavailable']),
  );
  const { rows } = await pool().query(
    `select from audit_entry where action = 'press.forge' and actor_id = $1`,
    [thandi.personId],
  );
  expect(rows).toEqual([]);
});

test('a flood keeps nobody from pressing, from taking a press back, and others from anything', async () => {
  await Promise.all(Array.from({ length: 30 }, () => withdraw()));
  const press = newTestPress({ location: undefined });
  expect(await raisePress(actor(), press)).toMatchObject({ value: { receipt: { state: 'recorded' } } });
  expect(await withdraw(press.pressId)).toMatchObject({ value: { state: 'withdrawn' } });
  expect(await raisePress(actor(), newTestPress())).toMatchObject({
    value: { receipt: { state: 'delivered' } },
  });
  const sipho = await registerTestPerson();
  expect(await withdraw(undefined, sipho)).toMatchObject({ value: { state: 'withdrawn' } });
});

test('more may be withdrawn ten minutes later', async () => {
  await Promise.all(Array.from({ length: 30 }, () => withdraw()));
  expect(await withdraw()).toMatchObject({ code: 'server.unavailable' });
  later(11 * MINUTE_MS);
  expect(await withdraw()).toMatchObject({ value: { state: 'withdrawn' } });
});

test('the same one again writes nothing', async () => {
  const { pressId } = newTestPress();
  await withdraw(pressId);
  const version = async () =>
    (await pool().query('select xmin::text, ctid::text from press where id = $1', [pressId])).rows;
  const before = await version();
  expect(await withdraw(pressId)).toMatchObject({ value: { state: 'withdrawn' } });
  expect(await version()).toEqual(before);
  expect(await rowsOf(thandi)).toEqual([pressId]);
});

test('such a row is deleted after a day, and no press that arrived', async () => {
  const kept = newTestPress({ location: undefined });
  await raisePress(actor(), kept);
  await withdraw(kept.pressId);
  const { pressId } = newTestPress();
  await withdraw(pressId);
  const sweep = () => forgetUnarrived(systemActor('records.sweep'), {});
  await sweep();
  expect((await rowsOf(thandi)).toSorted()).toEqual([kept.pressId, pressId].toSorted());
  later(25 * 60 * MINUTE_MS);
  await sweep();
  expect(await rowsOf(thandi)).toEqual([kept.pressId]);
});
