import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { deviceOf } from '#lib/identity/person-session.ts';
import { dropSubscription } from '#lib/identity/push-subscriptions.ts';
import { browserFields } from '#lib/identity/schema.ts';
import { verb } from '#lib/identity/verb.ts';

/** This device gets no more pushes. */
export const unsubscribe = verb('push.unsubscribe', z.object(browserFields), async (actor, browser) => {
  const device = await deviceOf(actor, browser);
  if (!device) return refuse('session.required');
  await dropSubscription(device.id);
  return ok({ isOn: false });
});
