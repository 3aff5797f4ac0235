import { expect, test } from 'vitest';
import { z } from 'zod';
import { findCallout } from '#lib/callouts/store.ts';
import { personActor } from '#lib/identity/actor.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { recordFix } from './record-fix.ts';

const world = await testWorld();

async function sendFix(callout: { calloutId: number; personId: string }): Promise<void> {
  const fix = { latitude: -26.1, longitude: 28.05, accuracy: 12, fixedAt: new Date().toISOString() };
  const by = personActor(callout.personId, '192.0.2.1');
  const kept = await recordFix(by, { calloutId: callout.calloutId, device: 'phone', fixes: [fix] });
  expect(kept).toMatchObject({ ok: true });
}

const trails = z.object({ callouts: z.array(z.object({ id: z.number(), trail: z.array(z.unknown()) })) });

const reads = () => world.callsOf('readCallout');
const trailOf = async ({ calloutId }: { calloutId: number }) => {
  const { callouts } = trails.parse(await world.control('GET', 'callouts'));
  return callouts.find(({ id }) => id === calloutId)?.trail.length;
};

test('the answer to a position has the callout’s state, which saves a read', async () => {
  const mine = await raiseTestCallout();
  await world.step(mine.calloutId, 'own');
  const before = await reads();
  await sendFix(mine);
  expect(await findCallout(mine.calloutId)).toMatchObject({ stage: 'owned', readAt: expect.any(Date) });
  expect(await reads()).toBe(before);
});

test('where its path is another, positions go out by the plain call, and it is not tried again', async () => {
  await world.flip({ updateAndReturnPath: 'another' });
  const [first, second] = [await raiseTestCallout(), await raiseTestCallout()];
  await sendFix(first);
  const tried = await world.callsOf('updateLocationAndRead');
  await sendFix(second);
  // The position of the press, and the one that was sent.
  expect([await trailOf(first), await trailOf(second)]).toEqual([2, 2]);
  expect(await world.callsOf('updateLocationAndRead')).toBe(tried);
});
