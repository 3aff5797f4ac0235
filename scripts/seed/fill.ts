import type { Client } from 'pg';
import { seeded } from '../chaos/random.ts';
import { emptyBatch } from './batch.ts';
import { fillClosed } from './fill-closed.ts';
import { fillOpen } from './fill-open.ts';
import type { Filling, Surroundings } from './filling.ts';
import { insertBatch, insertRows } from './insert.ts';
import { OPERATORS } from './names.ts';
import { drawPeople, personRow, type SeedPerson, userRow } from './people.ts';
import { FIRST_ID, type SeedPlan } from './plan.ts';
import { addOperatorLines, addPressesWithoutCallout } from './presses-without-callout.ts';
import * as shapes from './shapes.ts';
import { fillSignups } from './signups.ts';
import { sharesOf } from './trails.ts';

/** One transaction: a failed run leaves nothing behind. */
export async function fillDatabase(plan: SeedPlan, around: Surroundings): Promise<void> {
  const { database, say } = around;
  const startedAt = performance.now();
  await database.query('begin');
  try {
    await fill(plan, around);
    await database.query('commit');
  } catch (error) {
    await database.query('rollback');
    throw error;
  }
  // Updates the planner's statistics.
  await database.query('vacuum (analyze)');
  say(`done in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
}

async function fill(plan: SeedPlan, around: Surroundings): Promise<void> {
  const { database, say } = around;
  const there = await whatIsThere(database);
  const filling: Filling = {
    ...around,
    plan,
    // A second run must not repeat ids.
    random: seeded(plan.seed + there.persons),
    operatorIds: await ensureOperators(database, plan.until),
    personNumber: (index) => there.persons + index,
    firstCallout: Math.max(FIRST_ID.callout, there.lastCallout + 1),
    nextShare: () => 0,
  };
  const { random, operatorIds } = filling;
  const nextShare = sharesOf(random, plan.points, plan.callouts);
  const people = drawPeople(random, plan.persons, there.persons, plan);
  await insertPeople(filling, people);
  say(`${plan.persons} persons`);
  await fillClosed({ ...filling, nextShare }, people);
  const batch = emptyBatch();
  addPressesWithoutCallout(batch, { random, people, operatorIds }, plan);
  addOperatorLines(batch, { random, people, operatorIds }, plan);
  await insertBatch(database, batch);
  say(`${batch.presses.length} presses without a callout`);
  say(`${await fillSignups(filling)} links to AURA’s signup page`);
  await fillOpen({ ...filling, nextShare });
}

async function insertPeople(
  { database, random, plan, personNumber }: Filling,
  people: readonly SeedPerson[],
) {
  await insertRows(database, shapes.users, people.map(userRow));
  const until = plan.until.getTime();
  const rows = people.map((person, index) => personRow(random, person, personNumber(index), until));
  await insertRows(database, shapes.persons, rows);
}

async function whatIsThere(database: Client): Promise<{ persons: number; lastCallout: number }> {
  const { rows } = await database.query<{ persons: string; last: string | null }>(
    'select (select count(*) from person) as persons, (select max(id) from callout) as last',
  );
  return { persons: Number(rows[0]?.persons ?? 0), lastCallout: Number(rows[0]?.last ?? 0) };
}

/**
 * Actors of the audit. Without a password nobody can sign in as them; none is an admin, as at least one admin
 * must be able to sign in.
 */
async function ensureOperators(database: Client, until: Date): Promise<[string, ...string[]]> {
  const ids = OPERATORS.map((_, index) => `demo-operator-${index + 1}`);
  const { rows } = await database.query<{ id: string }>('select id from "user" where id = any($1)', [ids]);
  const known = new Set(rows.map(({ id }) => id));
  const missing = OPERATORS.flatMap(([name, role], index) => {
    const id = ids[index] ?? '';
    const row = { id, name, role, email: `${id}@operators.invalid`, created_at: until, updated_at: until };
    return known.has(id) ? [] : [row];
  });
  await insertRows(database, shapes.users, missing);
  const [first = '', ...others] = ids.filter((_, index) => OPERATORS[index]?.[1] === 'operator');
  return [first, ...others];
}
