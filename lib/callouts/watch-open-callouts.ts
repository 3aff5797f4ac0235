import 'server-only';
import { z } from 'zod';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { listDue } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

/** A callout is asked about again when its last answer is this old. */
const READ_AGAIN_AFTER_MS = 1_500;
/** Callouts taken up in one round, and how many of them are read side by side. */
const ROUND_SIZE = 64;
const SIDE_BY_SIDE = 8;

/** One round of the poller: the open callouts that were not asked about for longest. Gives how many it read. */
export const watchOpenCallouts = verb('callout.watch_open', z.object({}), async (actor) => {
  const due = await listDue(new Date(now().getTime() - READ_AGAIN_AFTER_MS), ROUND_SIZE);
  const waiting = [...due];
  const readUntilEmpty = async () => {
    for (let calloutId = waiting.shift(); calloutId !== undefined; calloutId = waiting.shift()) {
      await refreshCallout(actor, { calloutId, source: 'poll' });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, readUntilEmpty));
  return ok({ read: due.length });
});
