import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';

/** AURA as actor, authenticated by the registered header; refused when no token is set. */
export function auraSenderFrom(headers: Headers): Result<SystemActor, 'webhook.unauthorised'> {
  const token = env.AURA_WEBHOOK_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSameSecret(given, `Bearer ${token}`)) return refuse('webhook.unauthorised');
  return ok(systemActor('webhook.receive'));
}
