import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { listCallouts } from './list-callouts.ts';

await testWorld();

const viewer = operatorActor('viewer', 'operator-1', 'Operator');

/** A hundred and twenty callouts that were raised at two instants, none of them in the order of its id. */
async function fillBoard(): Promise<void> {
  const { personId } = await raiseTestCallout();
  const { rowCount } = await pool().query(
    `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at)
     select 500000 + n, $1, 'real', 'raised', at, at, at
     from generate_series(1, 120) n,
       lateral (select timestamptz '2026-01-01 10:00:00.123Z' + n % 2 * interval '1 ms' as at) instant`,
    [personId],
  );
  expect(rowCount).toBe(120);
}

async function page(after?: string) {
  const listed = await listCallouts(viewer, { after });
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}

test('pages cover every callout once, newest first, also where many share one instant', async () => {
  await fillBoard();
  const seen: { calloutId: number; raisedAt: string }[] = [];
  let next: string | undefined;
  let pages = 0;
  do {
    const { callouts, next: cursor } = await page(next);
    seen.push(...callouts);
    next = cursor ?? undefined;
    pages += 1;
  } while (next && pages < 10);
  expect(pages).toBe(9);
  expect(seen).toHaveLength(121);
  expect(new Set(seen.map(({ calloutId }) => calloutId)).size).toBe(121);
  const instants = seen.map(({ raisedAt }) => raisedAt);
  expect(instants).toEqual(instants.toSorted().reverse());
});

test('a callout that is raised while somebody turns pages is not shown twice', async () => {
  const first = await page();
  await raiseTestCallout();
  const second = await page(first.next ?? undefined);
  const ids = [...first.callouts, ...second.callouts].map(({ calloutId }) => calloutId);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  '',
  'x',
  '1_2_3',
  '-1_5',
  "1_1'; drop table callout; --",
  '9'.repeat(400),
  '1_',
  '8640000000000001_1',
])('a cursor that this list did not give is refused: %j', async (after) => {
  expect(await listCallouts(viewer, { after })).toMatchObject({ ok: false, code: 'input.invalid' });
});

test('a cursor that names no callout still says where to go on', async () => {
  expect((await page('0_1')).callouts).toEqual([]);
  expect((await page('99999999999999_9999999999999999')).callouts).toHaveLength(15);
});
