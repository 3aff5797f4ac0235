import { afterAll, expect, test } from 'vitest';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();
const { tasks } = await import('#worker/tasks.ts');
const { jobPayloads } = await import('#lib/platform/jobs.ts');
const { pool } = await import('#lib/db/database.ts');

afterAll(async () => {
  await pool().end();
  await world.close();
});

test('every job has a handler, and every handler a job', () => {
  expect(Object.keys(tasks).sort()).toEqual(Object.keys(jobPayloads).sort());
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
  await tasks['records.sweep']();
  expect((await pool().query('select id from registration')).rows).toEqual([{ id: recent }]);
});

test.each([{}, { pressId: 'x' }, { pressId: 5 }, null, []])(
  'a delivery whose payload makes no sense fails: %j',
  async (payload) => {
    await expect(tasks['press.deliver'](payload)).rejects.toThrow();
  },
);
