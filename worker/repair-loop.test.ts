import { afterAll, expect, test, vi } from 'vitest';
import { personActor } from '#lib/identity/actor.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();
const { keepRepairing } = await import('#worker/repair-loop.ts');
const { raisePress } = await import('#lib/panic/raise-press.ts');
const { pool } = await import('#lib/db/database.ts');

afterAll(async () => {
  await pool().end();
  await world.close();
});

test('a press whose job is gone gets a new one by itself, whether or not this worker polls', async () => {
  const { personId, customerId } = await registerTestPerson();
  await world.breakAura('any', 'reset_before');
  await raisePress(personActor(personId, '192.0.2.1', customerId), newTestPress());
  await pool().query('delete from graphile_worker._private_jobs');
  await pool().query("update press set received_at = now() - interval '1 minute', claimed_until = null");
  const stopping = new AbortController();
  const ended = keepRepairing(stopping.signal);
  await vi.waitFor(async () => {
    const { rows } = await pool().query('select from graphile_worker.jobs where task_identifier = $1', [
      'press.deliver',
    ]);
    expect(rows).toHaveLength(1);
  });
  stopping.abort();
  await ended;
});
