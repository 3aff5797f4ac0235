import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { forwardPosition } from './forward-position.ts';
import { listToForward, nextForwardMs } from './store.ts';

const ROUND_SIZE = 64;
const CONCURRENCY = 8;

/** One round over fixes not yet forwarded (failed, rate-limited or crashed). Returns when the next one is due. */
export const forwardPositions = verb('callout.forward_position', z.object({}), async (actor) => {
  const due = await listToForward(ROUND_SIZE);
  await workEach('position', due, (calloutId) => forwardPosition(actor, { calloutId }), CONCURRENCY);
  return ok({ nextMs: await nextForwardMs() });
});
