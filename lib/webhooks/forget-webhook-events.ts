import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { deleteEventsBefore } from '#lib/webhooks/store.ts';

const TTL_MS = 30 * 24 * 60 * 60 * 1_000;

/** Deletes deliveries after thirty days (data minimization). */
export const forgetWebhookEvents = verb('records.sweep', z.object({}), async () => {
  await deleteEventsBefore(new Date(now().getTime() - TTL_MS));
  return ok(null);
});
