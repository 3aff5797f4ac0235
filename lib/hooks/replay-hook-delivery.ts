import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { replayDelivery } from './queue-store.ts';

/** Sends one webhook again, with all its attempts. */
export const replayHookDelivery = verb(
  'hook.replay',
  z.object({ deliveryId: z.uuid() }),
  async (actor, { deliveryId }) =>
    (await replayDelivery(actor, deliveryId)) ? ok(null) : refuse('hook.delivery_not_found'),
);
