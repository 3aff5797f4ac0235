import { afterEach, expect, test } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { cancelCallout } from '#lib/following/cancellations/cancel-callout.ts';
import { listOwnOpen } from '#lib/following/page/list-own-open.ts';
import { operatorActor, personActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';

const world = await testWorld();
afterEach(() => world.restoreAura());

async function raise() {
  const { calloutId, personId, mobile } = await raiseTestCallout();
  return { calloutId, mobile, me: personActor(personId, '192.0.2.1') };
}

test('the person sees their open callouts, and others do not', async () => {
  const [mine, theirs] = [await raise(), await raise()];
  const expected = {
    ok: true,
    value: { callouts: [{ calloutId: mine.calloutId, kind: 'real', stage: 'raised' }] },
  };
  expect(await listOwnOpen(mine.me, {})).toEqual(expected);
  await pool().query('update callout set closed_at = now() where id = $1', [theirs.calloutId]);
  expect(await listOwnOpen(theirs.me, {})).toEqual({ ok: true, value: { callouts: [] } });
  expect(await listOwnOpen(operatorActor('admin', 'o', 'Olga'), {})).toEqual({
    ok: false,
    code: 'permission.denied',
  });
});

test.each(['right', 'wrong'])('after “I am safe” with the %s code it looks the same', async (which) => {
  const { calloutId, mobile, me } = await raise();
  await cancelCallout(me, { calloutId, safeCode: which === 'right' ? mobile.slice(-4) : '0000' });
  expect(await listOwnOpen(me, {})).toEqual({ ok: true, value: { callouts: [] } });
});
