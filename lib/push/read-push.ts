import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import { deviceOf } from '#lib/identity/person-session.ts';
import { channelIn } from '#lib/identity/push-channel.ts';
import { findSubscription } from '#lib/identity/push-subscriptions.ts';
import { browserFields } from '#lib/identity/schema.ts';
import { verb } from '#lib/identity/verb.ts';
import { pushLanguage } from './notice-model.ts';
import { findLanguage } from './store.ts';
import { vapidKeys } from './vapid.ts';

/** The key that a browser subscribes with, whether this device gets pushes, and what they are written in. */
export const readPush = verb('push.read', z.object(browserFields), async (actor, browser) => {
  const device = await deviceOf(actor, browser);
  if (!device) return refuse('session.required');
  const [row, kept] = await Promise.all([findSubscription(device.id), findLanguage(actor.personId)]);
  const isOn = channelIn(row?.channel) !== null;
  return ok({ publicKey: vapidKeys().publicKey, isOn, language: pushLanguage(kept) });
});
