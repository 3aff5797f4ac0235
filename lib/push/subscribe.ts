import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { deviceOf } from '#lib/identity/person-session.ts';
import { keepSubscription } from '#lib/identity/push-subscriptions.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { isLoopbackUrl, isPublicUrl } from '#lib/platform/public-address.ts';
import { QUIET_SECONDS } from './model.ts';
import { subscribeInput } from './schema.ts';
import { vapidKeys } from './vapid.ts';

/**
 * Keeps how this device is reached, in place of what was kept. An endpoint on our own network is refused here by its name,
 * and at every send by what the name leads to.
 */
export const subscribe = verb('push.subscribe', subscribeInput, async (actor, input) => {
  const { endpoint, keys, publicKey, isQuiet, ...browser } = input;
  const isAllowed = isPublicUrl(endpoint) || (!env.isLive && isLoopbackUrl(endpoint));
  if (!isAllowed) return refuse('input.invalid', { endpoint: 'This is no push service' });
  const vapid = vapidKeys();
  // The key was changed since the page was loaded.
  if (publicKey !== vapid.publicKey) return refuse('input.invalid', { publicKey: 'Load the page again' });
  const device = await deviceOf(actor, browser);
  if (!device) return refuse('session.required');
  const at = now();
  await keepSubscription({
    deviceId: device.id,
    personId: actor.personId,
    channel: { endpoint, keys, vapid },
    quietUntil: isQuiet ? new Date(at.getTime() + QUIET_SECONDS * 1_000) : null,
    at,
  });
  return ok({ isOn: true });
});
