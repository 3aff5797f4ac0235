import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';

/** Whoever scrapes, when the request carries the token that was set; with none set, nobody does. */
export function metricsReaderFrom(headers: Headers): Result<SystemActor, 'metrics.unauthorised'> {
  const token = env.METRICS_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSameSecret(given, `Bearer ${token}`)) return refuse('metrics.unauthorised');
  return ok(systemActor('metrics.read'));
}
