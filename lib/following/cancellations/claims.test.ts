import { expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import {
  askLater,
  claimCancellation,
  insertPersonCancellation,
  markReason,
  settleCancellation,
} from './store.ts';

await testWorld();

const LEASE_MS = 20_000;

async function claim(id: string) {
  const claimed = await claimCancellation(id, LEASE_MS);
  if (!claimed) throw new Error('somebody else has it');
  return claimed;
}

test('a process whose lease has run out writes nothing over what another one holds, and erases no code', async () => {
  const { calloutId, personId } = await raiseTestCallout();
  const asking = { calloutId, actorId: personId, at: new Date() };
  const id = await insertPersonCancellation(asking, { code: '1234', isRight: true });
  const kept = async () => (await pool().query('select * from cancellation where id = $1', [id])).rows[0];

  const slow = await claim(id);
  expect(await claimCancellation(id, LEASE_MS)).toBeNull();
  await pool().query(`update cancellation set lease_until = now() - interval '1 ms' where id = $1`, [id]);
  const quick = await claim(id);
  const before = await kept();

  await settleCancellation(slow, 'refused', new Date());
  await askLater(slow, 0);
  expect(await markReason(slow, 'unsure')).toBe(false);
  expect(await kept()).toEqual(before);
  expect(before).toMatchObject({ state: 'waiting', code_sealed: expect.any(String), attempts: 2 });

  await settleCancellation(quick, 'accepted', new Date());
  expect(await kept()).toMatchObject({ state: 'accepted', code_sealed: null });
  await settleCancellation(slow, 'refused', new Date());
  expect(await kept()).toMatchObject({ state: 'accepted' });
});
