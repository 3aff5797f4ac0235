import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { deliverRating } from './deliver-rating.ts';
import { listDueRatings } from './store.ts';

const ROUND_SIZE = 4;

/** One round of the outbox: every rating whose turn has come. Gives how many there were. */
export const deliverDueRatings = verb('outcome.deliver_due', z.object({}), async (actor) => {
  const due = await listDueRatings(now(), ROUND_SIZE);
  await Promise.all(due.map((calloutId) => deliverRating(actor, { calloutId })));
  return ok({ told: due.length });
});
