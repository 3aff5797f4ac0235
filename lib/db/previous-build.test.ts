import { randomUUID } from 'node:crypto';
import { Client, DatabaseError, type QueryResult } from 'pg';
import { expect, test } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { eventually } from '#lib/testing/eventually.ts';
import { insertOlderPerson, olderDatabase } from '#lib/testing/older-schema.ts';
import { migrateDatabase } from './migrate.ts';

// `npm run migrate` beside the build before (docs/operations.md, Upgrades): what that build asks while the tables change, in
// its own words, is done, and what it wrote is there afterwards.

const LAST = '0015_push';
/** So many rounds of each of its jobs, before and after the migration. */
const ROUNDS = 10;

type Ask = (text: string, values?: unknown[]) => Promise<QueryResult>;

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  cleanUp(() => client.end());
  return client;
}

async function withPeople(url: string): Promise<Client> {
  const client = await connected(url);
  await insertOlderPerson(client);
  await client.query(CALLOUT, [1]);
  return client;
}

const CALLOUT = `insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at)
  values ($1, 'p', 'real', 'raised', now(), now(), now())`;
const PRESS = `insert into press (id, person_id, kind, state, pressed_at, received_at, attempts, lease_token, lease_until)
  values ($1, 'p', 'real', 'recorded', now(), now(), 1, gen_random_uuid(), now() + interval '20 s') returning id`;
/** One statement: the press first, then its callout. */
const SETTLE = `with settled as (
    update press set state = 'delivered', callout_id = $2, settled_at = now(), lease_token = null, lease_until = null
    where id = $1 and state = 'recorded' returning *
  ), kept as (
    insert into callout (id, person_id, kind, stage, raised_at, as_of, asked_at)
    select $2, 'p', 'real', 'raised', now(), now(), now() where exists (select from settled)
    on conflict (id) do update set as_of = excluded.as_of returning id
  ) select settled.id from settled, kept`;

let lastCallout = 1_000;

/** What the build before does all day. */
const jobs: Record<string, (ask: Ask) => Promise<void>> = {
  'a press': async (ask) => {
    lastCallout += 1;
    const [id, calloutId] = [randomUUID(), lastCallout];
    await ask(PRESS, [id]);
    expect((await doneAgain(() => ask(SETTLE, [id, calloutId]))).rows).toEqual([{ id }]);
    const owned = `update callout set stage = 'owned', moved_at = now() where id = $1 and stage = 'raised'`;
    await doneAgain(() => ask(owned, [calloutId]));
  },
  'a position': async (ask) => {
    await ask('begin');
    await ask(
      `insert into callout_position (callout_id, heard_at, minute_from, minute_fixes) values (1, now(), now(), 0)
       on conflict do nothing`,
    );
    await ask('select from callout_position where callout_id = 1 for update');
    const { rows } = await ask(
      `insert into callout_fix (id, callout_id, fixed_at, measured_at, received_at, place)
       values (default, 1, clock_timestamp(), now(), now(), 'sealed') on conflict do nothing returning id`,
    );
    expect(rows).toHaveLength(1);
    await ask('update callout_position set heard_at = now(), minute_fixes = 1 where callout_id = 1');
    await ask('commit');
  },
  'a delivery of AURA’s': async (ask) => {
    const { rows } = await ask(
      `insert into webhook_event (received_at, state, body_sealed, body_hash) values (now(), 'received', 'x', $1) returning id`,
      [randomUUID()],
    );
    await ask(`update webhook_event set state = 'processed', processed_at = now() where id = $1`, [
      rows[0].id,
    ]);
  },
  'a sign-in': async (ask) => {
    await ask(
      `insert into session (id, user_id, token, expires_at, created_at, updated_at)
       values ($1, 'p', $1, now() + interval '1 day', now(), now())`,
      [randomUUID()],
    );
  },
  'a contact': async (ask) => {
    await ask(`update person set contact_name = 'Sipho', contact_mobile = $1 where id = 'p'`, [randomUUID()]);
  },
};

/** As the outbox does it when its lease has run out: of two that wait for each other PostgreSQL may end the press's statement. */
async function doneAgain<Answer>(statement: () => Promise<Answer>): Promise<Answer> {
  try {
    return await statement();
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '40P01') throw error;
    return doneAgain(statement);
  }
}

async function countsOf(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query(`select
    (select count(*)::int from press where state = 'delivered' and callout_id is not null) as "a press",
    (select count(*)::int from callout_fix) as "a position",
    (select count(*)::int from webhook_event where state = 'processed') as "a delivery of AURA’s",
    (select count(*)::int from session) as "a sign-in"`);
  return rows[0];
}

/** All jobs, each on its own connection, until the change is over and a few rounds more; how often each was done. */
async function working(url: string, change: () => Promise<void>): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  let isOver = false;
  const loops = Object.entries(jobs).map(async ([name, job]) => {
    const client = await connected(url);
    done[name] = 0;
    while (!isOver) {
      await job((text, values) => client.query(text, values));
      done[name] += 1;
    }
  });
  const rounds = async (more: number) => {
    const before = { ...done };
    await eventually(() => {
      for (const name of Object.keys(jobs))
        expect(done[name]).toBeGreaterThanOrEqual((before[name] ?? 0) + more);
    });
  };
  const changing = async () => {
    await rounds(ROUNDS);
    await change();
    await rounds(ROUNDS);
  };
  await Promise.race([changing(), Promise.all(loops)]).finally(() => {
    isOver = true;
  });
  await Promise.all(loops);
  return done;
}

test('all that the build before asks during the migration is done, and nothing of it is lost', async () => {
  const { url } = await olderDatabase(LAST);
  const client = await withPeople(url);
  await client.query(`insert into callout_fix (callout_id, fixed_at, measured_at, received_at, place)
    select 1, at, at, at, 'place ' || nth from (select nth, now() - nth * interval '1 minute' as at from generate_series(1, 5000) nth) as given`);
  const done = await working(url, () => migrateDatabase(url));
  const { 'a contact': contacts, ...counted } = done;
  expect(contacts).toBeGreaterThan(0);
  expect(await countsOf(client)).toEqual({ ...counted, 'a position': (done['a position'] ?? 0) + 5_000 });
  const { rows } = await client.query(`select contact_name from person where id = 'p'`);
  expect(rows).toEqual([{ contact_name: 'Sipho' }]);
});

test('a migration that waits for a press which waits for it is done again, and the press is not refused', async () => {
  const { url } = await olderDatabase(LAST);
  const client = await withPeople(url);
  const [pressing, looking] = [await connected(url), await connected(url)];
  await client.query(PRESS, [randomUUID()]);
  await pressing.query(`begin; update press set attempts = 2`);
  const logged: string[] = [];
  const going = migrateDatabase(url, { log: (line) => logged.push(line) });
  const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await Promise.race([going, eventually(async () => expect((await looking.query(waits)).rowCount).toBe(1))]);
  // The migration has the callouts by now, and waits for the presses.
  await pressing.query(`update callout set stage = 'owned'`);
  await pressing.query('commit');
  await going;
  expect(logged).toEqual([expect.stringContaining('waited for each other')]);
  const { rows } = await client.query('select attempts, stage from press, callout');
  expect(rows).toEqual([{ attempts: 2, stage: 'owned' }]);
});
