import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';

/** Authenticates a scrape by the configured token; without one, all are refused. */
export function metricsReaderFrom(headers: Headers): Result<SystemActor, 'metrics.unauthorised'> {
  const token = env.METRICS_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSameSecret(given, `Bearer ${token}`)) return refuse('metrics.unauthorised');
  return ok(systemActor('metrics.read'));
}
