import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { deliverCancellation } from './deliver-cancellation.ts';
import { listDueCancellations } from './store.ts';

const ROUND_SIZE = 16;

/** One round of the outbox: every cancellation whose turn has come. Gives how many there were. */
export const deliverDueCancellations = verb('cancellation.deliver_due', z.object({}), async (actor) => {
  const due = await listDueCancellations(now(), ROUND_SIZE);
  await Promise.all(due.map((id) => deliverCancellation(actor, { id })));
  return ok({ asked: due.length });
});
