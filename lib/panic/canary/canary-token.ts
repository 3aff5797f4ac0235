import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type SystemActor, systemActor } from '#lib/identity/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { isSameSecret } from '#lib/platform/same-secret.ts';
import { keyedHash } from '#lib/platform/secret-box.ts';

// What makes a request a practice press of `npm run canary`. No page sends this header, and without the key nobody can
// make it: a call for help is never taken for practice.

export const CANARY_HEADER = 'x-vigil-canary';
/** Enough for clocks that differ. */
const FRESH_MS = 300_000;

export function signCanary(at: Date): string {
  const instant = at.getTime().toString();
  return `${instant}.${keyedHash('canary', instant)}`;
}

/** Any other request with the header is treated as if it had none. */
export function isCanary({ headers }: Request): boolean {
  const [instant = '', signature = ''] = (headers.get(CANARY_HEADER) ?? '').split('.');
  if (!/^\d{1,15}$/.test(instant) || !isSameSecret(signature, keyedHash('canary', instant))) return false;
  return Math.abs(now().getTime() - Number(instant)) <= FRESH_MS;
}

export function canaryFrom(headers: Headers): Result<SystemActor, 'session.required'> {
  const request = new Request('http://localhost', { headers });
  return isCanary(request) ? ok(systemActor('canary')) : refuse('session.required');
}
