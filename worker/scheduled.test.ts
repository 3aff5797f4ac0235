import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { appDatabase } from '#lib/testing/test-database.ts';
import { enrol, runScheduled } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';

// The job that makes the weeks to come (decision 0042), as the worker runs it.

await appDatabase();

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const TABLES = ['callout_fix', 'webhook_event'] as const;
const own = scheduled.filter(({ name }) => name === 'partitions.make');

/** Monday, 00:00 UTC, so many weeks from this one. */
function week(ahead: number): Date {
  const today = new Date();
  const day = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate());
  return new Date(day - ((today.getUTCDay() + 6) % 7) * 24 * HOUR_MS + ahead * WEEK_MS);
}

const nameOf = (table: string, ahead: number) =>
  `${table}_${week(ahead).toISOString().slice(0, 10).replaceAll('-', '')}`;
const namesOf = (...weeks: number[]) =>
  TABLES.flatMap((table) => weeks.map((ahead) => nameOf(table, ahead))).toSorted();

const weeksMade = async (): Promise<string[]> => {
  const { rows } = await pool().query(
    `select name from unnest($1::text[]) as t, partitions_of(t) where ends_at is not null order by name`,
    [TABLES],
  );
  return rows.map(({ name }) => name);
};

const receive = (at: Date, hash: string = randomUUID()) =>
  pool().query(
    `insert into webhook_event (received_at, state, body_hash, body_sealed) values ($1, 'processed', $2, 'x')`,
    [at, hash],
  );

const placeOf = async (hash: string): Promise<string> => {
  const { rows } = await pool().query(
    'select tableoid::regclass::text as place from webhook_event where body_hash = $1',
    [hash],
  );
  return rows[0]?.place;
};

const due = () => pool().query('update scheduled_job set due_at = now()');
const jobRow = async () => (await pool().query('select attempts, lease_token from scheduled_job')).rows[0];

/** As after so long without the job that all weeks which it had made are over. */
async function withoutWeeks(): Promise<void> {
  await pool().query('truncate webhook_event');
  for (const table of TABLES) {
    const { rows } = await pool().query('select name from partitions_of($1) where ends_at is not null', [
      table,
    ]);
    for (const { name } of rows) await pool().query(`drop table ${name}`);
  }
}

beforeEach(async () => {
  await withoutWeeks();
  await pool().query('delete from scheduled_job');
  await enrol(own);
});

test('makes this week and the two after it, ahead of their first row, and looks again in an hour', async () => {
  const nextMs = await runScheduled(own);
  expect(nextMs).toBeGreaterThan(0.9 * HOUR_MS);
  expect(nextMs).toBeLessThanOrEqual(HOUR_MS);
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2));
  for (const ahead of [0, 1, 2]) {
    const hash = `week ${ahead}`;
    await receive(new Date(week(ahead).getTime() + WEEK_MS - 1), hash);
    expect(await placeOf(hash)).toBe(nameOf('webhook_event', ahead));
  }
});

test('makes nothing twice, and what it made keeps its rows', async () => {
  await runScheduled(own);
  await receive(new Date(), 'kept');
  await due();
  await runScheduled(own);
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2));
  expect(await placeOf('kept')).toBe(nameOf('webhook_event', 0));
  expect(await jobRow()).toEqual({ attempts: 0, lease_token: null });
});

test('is run by one of several workers, and makes each week once', async () => {
  await Promise.all([runScheduled(own), runScheduled(own), runScheduled(own)]);
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2));
  expect(await jobRow()).toEqual({ attempts: 0, lease_token: null });
});

test('leaves every week whole when a worker that lost its lease runs it beside the next one', async () => {
  // Either may not get its lock in time, and on a slow machine both: the schedule runs it again.
  await Promise.allSettled(own.flatMap(({ run }) => [run(), run()]));
  for (const { run } of own) await run();
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2));
  expect(await own[0]?.run()).toBe(0);
  await receive(new Date(), 'now');
  expect(await placeOf('now')).toBe(nameOf('webhook_event', 0));
});

test('that did not run for five weeks has refused no row, and goes on with the next week', async () => {
  const weeks = [-4, -3, -2, -1, 0];
  for (const ahead of weeks) await receive(week(ahead), `week ${ahead}`);
  await due();
  await runScheduled(own);
  for (const ahead of weeks) expect(await placeOf(`week ${ahead}`)).toBe('webhook_event_default');
  // A week of which rows are there already stays with them; the other table, which had none, gets it.
  const isStranded = (name: string) => name === nameOf('webhook_event', 0);
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2).filter((name) => !isStranded(name)));
  await receive(new Date(), 'later this week');
  await receive(week(1), 'next week');
  expect(await placeOf('later this week')).toBe('webhook_event_default');
  expect(await placeOf('next week')).toBe(nameOf('webhook_event', 1));
});

test('that cannot have the table leaves all as it was, and is tried again soon', async () => {
  const vacuum = await pool().connect();
  try {
    await vacuum.query('begin; lock table webhook_event in share update exclusive mode');
    const nextMs = await runScheduled(own);
    expect(nextMs).toBeLessThanOrEqual(5_000);
    expect(await jobRow()).toEqual({ attempts: 1, lease_token: null });
    expect(await weeksMade()).toEqual([]);
    await receive(new Date('2001-01-01T00:00Z'), 'meanwhile');
    expect(await placeOf('meanwhile')).toBe('webhook_event_default');
  } finally {
    await vacuum.query('rollback');
    vacuum.release();
  }
  await due();
  await runScheduled(own);
  expect(await weeksMade()).toEqual(namesOf(0, 1, 2));
});
