import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

/** AURA as an actor, when the request carries the header that we registered; with no token set, nobody does. */
export function auraSenderFrom(headers: Headers): Result<SystemActor, 'webhook.unauthorised'> {
  const token = env.AURA_WEBHOOK_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSame(given, `Bearer ${token}`)) return refuse('webhook.unauthorised');
  return ok(systemActor('webhook.receive'));
}

// Over hashes: these have one length, so the time taken tells nothing of the token.
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(one), hash(other));
}
