import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { forwardPosition } from './forward-position.ts';
import { listUntold } from './store.ts';

const ROUND_SIZE = 64;
const SIDE_BY_SIDE = 8;

/** One round over what AURA was not told yet: it failed, came too soon after another, or its process died. */
export const forwardPositions = verb('callout.forward_position', z.object({}), async (actor) => {
  const due = await listUntold(now(), ROUND_SIZE);
  const waiting = [...due];
  const forwardUntilEmpty = async () => {
    for (let calloutId = waiting.shift(); calloutId !== undefined; calloutId = waiting.shift()) {
      await forwardPosition(actor, { calloutId });
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, forwardUntilEmpty));
  return ok({ due: due.length });
});
