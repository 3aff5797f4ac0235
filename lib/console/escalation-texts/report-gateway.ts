import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { env } from '#lib/platform/env.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';

/** The gateway that reports deliveries, when the request carries its token; with none set, no request does. */
export function reportGatewayFrom(headers: Headers): Result<SystemActor, 'webhook.unauthorised'> {
  const token = env.SMS_STATUS_TOKEN;
  const given = headers.get('authorization') ?? '';
  if (!token || !isSameSecret(given, `Bearer ${token}`)) return refuse('webhook.unauthorised');
  return ok(systemActor('text.report_delivery'));
}
