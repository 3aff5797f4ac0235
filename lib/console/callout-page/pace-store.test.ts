import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openCallouts, openFactsQuery } from '#lib/console/open-callouts/store.ts';
import { database, pool } from '#lib/db/database.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { pastQuery, readUsual } from './pace-store.ts';

await testWorld();

const CALLOUTS = 30_000;

/** The newest 600 took a minute for a stage, the older an hour; every fifth is a test that took no time at all. */
async function fill(): Promise<void> {
  const { personId } = await raiseTestCallout();
  await pool().query(
    `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at, closed_at)
     select 500000 + n, $1, case when n % 5 = 0 then 'test' else 'real' end,
       case when n % 100 = 0 then 'owned' else 'closed' end, at, at, at, case when n % 100 <> 0 then at end
     from generate_series(1, $2::int) n,
       lateral (select timestamptz '2025-01-01' + n * interval '1 minute' as at) instant`,
    [personId, CALLOUTS],
  );
  await pool().query(
    `insert into callout_fact (callout_id, at, stage, source)
     select c.id, c.raised_at + step * case
         when c.kind = 'test' then interval '0' when c.id > 500000 + $1 - 600 then interval '1 minute'
         else interval '1 hour' end,
       (array['raised', 'owned', 'dispatched', 'arrived', 'completed', 'closed'])[step + 1], 'poll'
     from callout c, generate_series(0, case when c.stage = 'closed' then 5 else 1 end) step
     where c.id > 500000`,
    [CALLOUTS],
  );
  await pool().query('analyze callout; analyze callout_fact; analyze person');
}

async function plan(query: { getSQL: () => ReturnType<typeof sql> }): Promise<string> {
  const { rows } = await database().execute<{ 'QUERY PLAN': string }>(sql`explain ${query.getSQL()}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

test('what is usual is that of the newest closed callouts that were no tests, by indexes alone', async () => {
  await fill();
  const usual = await readUsual();
  expect(usual.steps).toContainEqual({
    from: 'owned',
    to: 'dispatched',
    medianMs: 60_000,
    cases: expect.any(Number),
  });
  // Some of the newest are open still, and some were tests.
  for (const { cases } of usual.steps) expect(cases).toBe(500);
  const explained = await plan(pastQuery());
  expect(explained).toMatch(/callout_(stage|newest) on callout/);
  expect(explained).toMatch(/callout_fact_(stage_once|callout)/);
  expect(explained).not.toContain('Seq Scan');
});

test('the map and the alerts read the open callouts alone, however many there were', async () => {
  for (const query of [openCallouts(501), openFactsQuery(2_000)]) {
    const explained = await plan(query);
    expect(explained).toContain('callout_open');
    expect(explained).not.toMatch(/Seq Scan on callout\b/);
  }
});
