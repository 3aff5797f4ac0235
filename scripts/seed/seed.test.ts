import { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { findCallout, trackingUrlOf } from '#lib/callouts/store.ts';
import { watchOpenCallouts } from '#lib/callouts/watch-open-callouts.ts';
import { openedFrom } from '#lib/db/sealed.ts';
import { systemActor } from '#lib/identity/actor.ts';
import { seals } from '#lib/platform/seals.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { fillDatabase } from './fill.ts';
import type { SeedPlan } from './plan.ts';
import { sealedColumnsOf, sealsOf } from './seals.ts';

const PLAN: SeedPlan = {
  callouts: 400,
  open: 12,
  persons: 150,
  points: 3_000,
  seed: 7,
  until: new Date(),
};

const world = await testWorld();

const other = await testDatabase();

async function fill(url: string, plan: SeedPlan): Promise<void> {
  const database = new Client({ connectionString: url });
  await database.connect();
  const { sandbox } = world;
  const aura = { url: sandbox.url, clientId: sandbox.clientId, clientSecret: sandbox.clientSecret };
  try {
    await fillDatabase(plan, { database, aura, ...sealsOf(), say: () => undefined });
  } finally {
    await database.end();
  }
}

beforeAll(async () => {
  await fill(world.databaseUrl, PLAN);
});

async function rows(statement: string, url = world.databaseUrl): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const none = (condition: string) => rows(`select count(*)::int as broken from ${condition}`);

test('makes the requested number of each', async () => {
  expect(
    await rows(`select (select count(*)::int from callout) as callouts,
      (select count(*)::int from callout where closed_at is null) as open,
      (select count(*)::int from callout_fix) as points,
      (select count(*)::int from person) as persons`),
  ).toEqual([{ callouts: 400, open: 12, points: 3_000, persons: 162 }]);
});

describe('no row contradicts another', () => {
  test.each([
    [
      'a callout is of somebody who was registered',
      'callout c join person p on p.id = c.person_id where p.created_at > c.raised_at',
    ],
    [
      'its stage is the last that it reached',
      `callout c where stage <> (select f.stage from callout_fact f
      where f.callout_id = c.id and f.stage is not null order by f.id desc limit 1)`,
    ],
    [
      'facts come one after the other',
      `callout_fact f join callout_fact g on g.callout_id = f.callout_id and g.id > f.id
      where g.at < f.at`,
    ],
    ['a closed one is closed', `callout where (closed_at is null) <> (stage <> 'closed')`],
    [
      'no fix is from before the callout or from the future',
      `callout_fix f join callout c on c.id = f.callout_id
      where f.measured_at < c.raised_at or f.measured_at > now()`,
    ],
    [
      'nothing is from the future',
      `callout c where raised_at > now() or closed_at > now() or verdict_at > now()`,
    ],
    [
      'nobody has two open',
      `(select person_id from callout where closed_at is null group by 1 having count(*) > 1) as twice`,
    ],
    ['a press that is over has an end', `press where (state = 'recorded') <> (settled_at is null)`],
    ['all is sent that could be', `callout_message where state = 'queued'`],
    ['nobody who operates can be signed in as', `"user" u join account a on a.user_id = u.id`],
    ['nobody is an admin', `"user" where role = 'admin'`],
  ])('%s', async (_, condition) => {
    expect(await none(condition)).toEqual([{ broken: 0 }]);
  });

  test('no number is anybody’s', async () => {
    const kept = await rows('select mobile from person');
    expect(
      kept.every(({ mobile }) => String(openedFrom(seals.mobile, String(mobile))).startsWith('+2790')),
    ).toBe(true);
  });

  test('presses and callouts are of every kind', async () => {
    const states = await rows('select distinct state from press order by 1');
    expect(states.map(({ state }) => state)).toEqual([
      'delivered',
      'expired',
      'recorded',
      'rejected',
      'withdrawn',
    ]);
    const kinds = await rows('select distinct kind from callout order by 1');
    expect(kinds.map(({ kind }) => kind)).toEqual(['real', 'test']);
  });
});

test('the open ones are at AURA, and the poller finds nothing to change', async () => {
  const stages = 'select id, stage, raw_status, closed_at from callout order by id';
  const before = await rows(stages);
  const round = await watchOpenCallouts(systemActor('test'), {});
  expect(round).toMatchObject({ ok: true, value: { unknownCallouts: [] } });
  expect(await rows(stages)).toEqual(before);
  const [open] = await rows('select id from callout where closed_at is null limit 1');
  const callout = await findCallout(Number(open?.id));
  expect(callout && trackingUrlOf(callout)).toContain(world.sandbox.url);
});

test('the same plan makes the same rows in another database', async () => {
  await fill(other.url, { ...PLAN, open: 0 });
  const again = await testDatabase();
  await fill(again.url, { ...PLAN, open: 0 });
  for (const table of [
    'person',
    'callout',
    'callout_fact',
    'callout_fix',
    'press',
    'cancellation',
    'audit_entry',
  ]) {
    // What is sealed has a random number each time; the rest is the same to the letter.
    const names = [...sealedColumnsOf(table).keys()].map((name) => `'${name}'`);
    const row = `(to_jsonb(t) - array[${names.join(', ')}]::text[])::text`;
    const digest = `select md5(string_agg(${row}, '|' order by ${row})) as digest from ${table} t`;
    expect(await rows(digest, again.url), table).toEqual(await rows(digest, other.url));
  }
});

test('a second run adds rows, and repeats nobody', async () => {
  await fill(other.url, { ...PLAN, callouts: 50, open: 0, persons: 20 });
  expect(
    await rows('select count(*)::int as callouts, count(distinct id)::int as ids from callout', other.url),
  ).toEqual([{ callouts: 450, ids: 450 }]);
});

test('a filling that fails leaves nothing behind', async () => {
  const untouched = await testDatabase();
  await world.breakAura('createCustomer', 'status');
  await expect(fill(untouched.url, { ...PLAN, callouts: 30, open: 2 })).rejects.toThrow();
  await world.restoreAura();
  expect(await rows('select count(*)::int as users from "user"', untouched.url)).toEqual([{ users: 0 }]);
});
