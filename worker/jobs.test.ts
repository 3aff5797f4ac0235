import { beforeEach, expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { workTopics } from '#lib/live/wake-up.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { jobs } from '#worker/jobs.ts';
import { enrol, runScheduled } from '#worker/schedule.ts';
import { scheduled } from '#worker/scheduled.ts';

await testWorld();

beforeEach(() => pool().query('delete from scheduled_job'));

test('every wake-up wakes a job, and every job has a name of its own', () => {
  expect(new Set(jobs.flatMap(({ wokenBy }) => wokenBy))).toEqual(new Set(workTopics));
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
});

test('the sweep forgets whoever did not finish to register, and nobody who still may', async () => {
  const insert = (id: string, age: string) =>
    pool().query(
      `insert into registration (id, code_id, mobile, name, surname, subscription_type_id, started_at)
       values ($1, gen_random_uuid(), '+27821234567', 'A', 'B', 4, now() - $2::interval)`,
      [id, age],
    );
  const [old, recent] = [crypto.randomUUID(), crypto.randomUUID()];
  await insert(old, '61 minutes');
  await insert(recent, '59 minutes');
  await scheduled[0].run();
  expect((await pool().query('select id from registration')).rows).toEqual([{ id: recent }]);
});

const row = async () => (await pool().query('select * from scheduled_job')).rows[0];

test('what comes back by the clock is done once by many workers, and again when its time has come', async () => {
  const run = vi.fn(async () => undefined);
  const job = { name: 'test', everyMs: 3_600_000, run };
  await Promise.all([enrol([job]), enrol([job])]);
  const next = await Promise.all(Array.from({ length: 4 }, () => runScheduled([job])));
  expect(run).toHaveBeenCalledTimes(1);
  expect(Math.max(...next.map(Number))).toBeGreaterThan(3_500_000);
  await enrol([job]);
  await runScheduled([job]);
  expect(run).toHaveBeenCalledTimes(1);
  await enrol([{ ...job, isRunAtStart: true }]);
  await runScheduled([job]);
  expect(run).toHaveBeenCalledTimes(2);
});

test('what failed is done again soon, and rarer and rarer', async () => {
  const job = { name: 'test', everyMs: 3_600_000, run: () => Promise.reject(new Error('no')) };
  await enrol([job]);
  const pauses: number[] = [];
  for (let failure = 0; failure < 4; failure += 1) {
    pauses.push(Number(await runScheduled([job])));
    await pool().query('update scheduled_job set due_at = now()');
  }
  expect(pauses[0]).toBeGreaterThan(1_000);
  expect(pauses[0]).toBeLessThanOrEqual(5_000);
  expect(pauses[3]).toBeGreaterThan(15_000);
  expect(await row()).toMatchObject({ attempts: 4, lease_token: null });
  await runScheduled([{ ...job, run: async () => undefined }]);
  expect(await row()).toMatchObject({ attempts: 0 });
});
