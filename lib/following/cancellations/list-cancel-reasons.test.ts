import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { listCancelReasons } from './list-cancel-reasons.ts';

const world = await testWorld();

const operator = operatorActor('operator', 'operator-1', 'Olga');
const asked = () => world.callsOf('listExceptionReasons');
const later = (ms: number) => vi.spyOn(performance, 'now').mockReturnValue(performance.now() + ms);

test('AURA is asked for its reasons once an hour, out of the budget, however many pages are opened', async () => {
  const some = [await raiseTestCallout(), await raiseTestCallout()];
  const open = () =>
    Promise.all(
      some.flatMap(({ calloutId }) => [1, 2, 3].map(() => listCancelReasons(operator, { calloutId }))),
    );
  const spend = (left: number) =>
    pool().query(
      `insert into following (id, reads_left, reads_counted_at) values (1, $1, now() + interval '1 hour')
       on conflict (id) do update set reads_left = $1`,
      [left],
    );

  await spend(0);
  for (const reasons of await open()) expect(reasons).toEqual({ ok: true, value: [] });
  expect(await asked()).toBe(0);

  later(31_000);
  await spend(40);
  for (const reasons of await open()) expect(reasons).toMatchObject({ value: [{ id: 101 }, {}, {}] });
  await open();
  expect(await asked()).toBe(1);
  const { rows } = await pool().query('select reads_left from following');
  expect(rows).toEqual([{ reads_left: 39 }]);

  later(61 * 60_000);
  await open();
  expect(await asked()).toBe(2);
});
