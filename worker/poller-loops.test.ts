import { expect, test, vi } from 'vitest';
import { pool } from '#lib/db/database.ts';
import { readCallout } from '#lib/following/page/read-callout.ts';
import { operatorActor } from '#lib/identity/actor.ts';
import { patience } from '#lib/testing/patience.ts';
import { raiseTestCallout } from '#lib/testing/test-callout.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { keepPolling } from '#worker/poller.ts';

const { hanging, asked } = vi.hoisted(() => {
  const hanging = Promise.withResolvers<never>();
  return { hanging, asked: vi.fn(() => hanging.promise) };
});
vi.mock('#lib/callouts/poll-open-callouts.ts', () => ({ pollOpenCallouts: asked }));
vi.mock('#lib/following/messages/follow-conversations.ts', () => ({ followConversations: asked }));
vi.mock('#lib/panic/delivery/adopt-callouts.ts', () => ({ adoptCallouts: asked }));

const world = await testWorld();

const viewer = operatorActor('viewer', 'operator-1', 'Operator');

test('the list is read round by round while readings, conversations and takings-in never come to an end', async () => {
  const { calloutId } = await raiseTestCallout();
  const stranger = await raiseTestCallout();
  await pool().query('delete from callout_fact where callout_id = $1', [stranger.calloutId]);
  await pool().query('delete from callout where id = $1', [stranger.calloutId]);
  const stopping = new AbortController();
  const ended = keepPolling(stopping.signal);
  try {
    for (const [step, stage] of [
      ['own', 'owned'],
      ['dispatch', 'dispatched'],
      ['arrive', 'arrived'],
    ] as const) {
      await world.step(calloutId, step);
      await vi.waitFor(
        async () => expect(await readCallout(viewer, { calloutId })).toMatchObject({ value: { stage } }),
        { timeout: patience(20_000), interval: 100 },
      );
    }
    // Changed ones, those in turn, conversations and the stranger: each was begun once, and none is done.
    expect(asked).toHaveBeenCalledTimes(4);
  } finally {
    stopping.abort();
    hanging.reject(new Error('the test is over'));
    await ended;
  }
});
