import 'server-only';
import { z } from 'zod';
import { deliverCancellation } from '#lib/cancellations/deliver-cancellation.ts';
import { listDueCancellations } from '#lib/cancellations/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const ROUND_SIZE = 16;

/** One round of the outbox: every cancellation whose turn has come. Gives how many there were. */
export const deliverDueCancellations = verb('cancellation.deliver_due', z.object({}), async (actor) => {
  const due = await listDueCancellations(now(), ROUND_SIZE);
  await Promise.all(due.map((id) => deliverCancellation(actor, { id })));
  return ok({ asked: due.length });
});
