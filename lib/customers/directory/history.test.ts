import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { cellOf } from '#lib/db/sealed-place.ts';
import { callout } from '#lib/db/tables.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { readCustomer } from './read-customer.ts';

await testWorld();

const viewer = operatorActor('viewer', 'operator-1', 'Viewer');
const HOME = { latitude: -33.92487, longitude: 18.42406 };
let nextId = 900_000;

/** As the columns `place` and `cell` hold it. */
function placeAt(latitude: number): [unknown, string] {
  const place = { latitude, longitude: HOME.longitude, accuracyM: null };
  return [callout.place.mapToDriverValue(place), cellOf(place)];
}

async function history({ customerId }: TestPerson) {
  const read = await readCustomer(viewer, { customerId });
  if (!read.ok) throw new Error(read.code);
  return read.value;
}

async function calloutOf({ personId }: TestPerson, north: number, minutesAgo: number): Promise<number> {
  nextId += 1;
  const at = new Date(Date.now() - minutesAgo * 60_000);
  await pool().query(
    `insert into callout (id, person_id, kind, stage, place, cell, raised_at, as_of, asked_at, closed_at)
     values ($1, $2, 'real', 'closed', $3, $4, $5, $5, $5, $5)`,
    [nextId, personId, ...placeAt(HOME.latitude + north), at],
  );
  return nextId;
}

async function pressOf({ personId }: TestPerson, state: string): Promise<string> {
  const id = randomUUID();
  await pool().query(
    `insert into press (id, person_id, kind, state, pressed_at, received_at, place, cell, last_problem, settled_at)
     values ($1, $2, 'real', $3, now(), now(), $4, $5, 'refused', now())`,
    [id, personId, state, ...placeAt(HOME.latitude)],
  );
  return id;
}

test('a customer has all callouts of the person, and of others what was near the saved address', async () => {
  const [person, neighbour] = [await registerTestPerson(), await registerTestPerson()];
  const own = [await calloutOf(person, 1, 60), await calloutOf(person, 0, 30)];
  expect(await history(person)).toMatchObject({ callouts: { total: 2, open: 0 }, nearby: null });

  await pool().query('update person set saved_place = $2, saved_at = now() where id = $1', [
    person.personId,
    placeAt(HOME.latitude)[0],
  ]);
  const near = await calloutOf(neighbour, 0.0005, 20);
  await calloutOf(neighbour, 0.002, 10);
  const pressId = await pressOf(neighbour, 'rejected');
  const found = await history(person);
  expect(found.calloutLines.map(({ calloutId }) => calloutId)).toEqual(own.toReversed());
  const who = { customerId: neighbour.customerId };
  expect(found.nearby).toMatchObject({
    lines: [
      { what: { pressId, state: 'rejected' }, metres: 0, person: who },
      { what: { calloutId: near, stage: 'closed' }, metres: 56, person: who },
    ],
    hasOlder: false,
  });
});
