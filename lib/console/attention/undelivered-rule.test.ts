import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { insertOperator } from '#lib/identity/accounts.ts';
import { ON_ITS_WAY_MS } from '#lib/panic/core/model.ts';
import { needsOperator } from '#lib/panic/core/receipt.ts';
import { findPress } from '#lib/panic/store.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { pressStates } from '#lib/vocabulary.ts';
import { listNeedy } from './undelivered-store.ts';

await testWorld();

// The simulator proves by the rule of the core that no undelivered press is hidden; the list applies it in SQL.

const MINUTE_MS = 60_000;
const either = [true, false];

test('the list of undelivered presses has exactly those that the core says an operator must see', async () => {
  const { personId } = await registerTestPerson();
  await insertOperator(
    { id: 'olga', name: 'Olga', email: 'olga@vigil.test', role: 'operator' },
    '-',
    new Date(),
  );
  const at = new Date();
  const from = (ms: number) => new Date(at.getTime() + ms);
  // A delivered one has a callout by a constraint of the table.
  const kinds = pressStates
    .filter((state) => state !== 'delivered')
    .flatMap((state) =>
      [null, -MINUTE_MS, MINUTE_MS].flatMap((graceMs) =>
        either.flatMap((hasProblem) =>
          either.flatMap((isNew) =>
            either.map((hasOutcome) => ({ state, graceMs, hasProblem, isNew, hasOutcome })),
          ),
        ),
      ),
    );
  const expected: string[] = [];
  for (const { state, graceMs, hasProblem, isNew, hasOutcome } of kinds) {
    const id = randomUUID();
    await pool().query(
      `insert into press (id, person_id, kind, state, pressed_at, received_at, sends_at, last_problem,
         outcome, outcome_at, outcome_by)
       values ($1, $2, 'real', $3, $4, $4, $5, $6, $7, case when $7::text is null then null else now() end,
         case when $7::text is null then null else 'olga' end)`,
      [
        id,
        personId,
        state,
        isNew ? at : from(-MINUTE_MS),
        graceMs === null ? null : from(graceMs),
        hasProblem ? 'no_location' : null,
        hasOutcome ? 'no_help_needed' : null,
      ],
    );
    const press = await findPress(id);
    if (press && needsOperator(press, hasOutcome, at)) expected.push(id);
  }
  const listed = await listNeedy(from(-ON_ITS_WAY_MS), kinds.length);
  const own = listed.filter(({ press }) => press.personId === personId).map(({ press }) => press.id);
  expect(own.sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(0);
});
