import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';

/** AURA as an actor, when the request carries the header that we registered; with no token set, nobody does. */
export function auraSenderFrom(headers: Headers): Result<SystemActor, 'webhook.unauthorised'> {
  const token = env.AURA_WEBHOOK_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSameSecret(given, `Bearer ${token}`)) return refuse('webhook.unauthorised');
  return ok(systemActor('webhook.receive'));
}
