import 'server-only';
import { z } from 'zod';
import { audited } from '#lib/customers/directory/audited.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { registerWebhookUrl } from '#lib/integration/aura.ts';
import { insertRegistration } from '#lib/integration/store.ts';
import { registrationObstacle, webhookUrl } from '#lib/integration/webhook-endpoint.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

/** Registers this deployment for all events, replacing the present registration. */
export const registerWebhooks = verb('webhook.register', z.object({}), async (actor) => {
  const token = env.AURA_WEBHOOK_TOKEN;
  const obstacle = registrationObstacle();
  if (obstacle === 'not_https') return refuse('webhook.not_https');
  if (obstacle === 'no_token' || !token) return refuse('webhook.no_token');
  const url = webhookUrl();
  const entry = { action: 'webhook.register', subject: new URL(url).host };
  const registered = await audited(actor, entry, () => registerWebhookUrl(url, token));
  if (!registered.ok) return registered;
  const { events } = registered.value;
  await insertRegistration({ url, events, registeredAt: now(), registeredBy: actor.operatorId });
  return ok({ url, events: events.length });
});
