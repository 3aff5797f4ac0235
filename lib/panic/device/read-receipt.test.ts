import { Client } from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { personActor } from '#lib/identity/actor.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { readReceipt } from '#lib/panic/device/read-receipt.ts';
import { env } from '#lib/platform/env.ts';
import { registerTestPerson } from '#lib/testing/test-callout.ts';
import { newTestPress } from '#lib/testing/test-press.ts';
import { testWorld } from '#lib/testing/test-world.ts';

await testWorld();

afterEach(() => {
  vi.useRealTimers();
});

test('a receipt that the database alone has is waited for while the database is slow', async () => {
  const { personId, customerId } = await registerTestPerson();
  const actor = personActor(personId, '192.0.2.1', customerId);
  const raised = await raisePress(actor, newTestPress());
  if (!raised.ok) throw new Error(raised.code);
  const { pressId } = raised.value.receipt;
  const other = new Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  try {
    await other.query('begin');
    await other.query('lock table press in access exclusive mode');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reading = readReceipt(actor, { pressId });
    await vi.waitUntil(() => isWaitedFor(other));
    vi.advanceTimersByTime(2_000);
    await other.query('rollback');
    expect(await reading).toMatchObject({ ok: true, value: { state: 'delivered' } });
  } finally {
    await other.end();
  }
});

async function isWaitedFor(other: Client): Promise<boolean> {
  const { rows } = await other.query(`select 1 from pg_locks
    where not granted and relation = 'press'::regclass
      and database = (select oid from pg_database where datname = current_database())`);
  return rows.length > 0;
}
