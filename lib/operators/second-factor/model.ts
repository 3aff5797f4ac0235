// The rules of passkeys. Time is passed in.

import type { ErrorCode } from '#lib/errors/errors.ts';

export const MAX_PASSKEYS = 10;

/** What a device is asked to sign is good for this long, once. */
export const CHALLENGE_LIFETIME_MS = 5 * 60_000;
/** How long a browser waits for the device. */
export const CEREMONY_TIMEOUT_MS = 2 * 60_000;

export type RelyingParty = { id: string; origin: string };

/** Who the passkeys are for; null where browsers make none: at a bare IP address, or unencrypted but for localhost. */
export function relyingPartyAt(appUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(appUrl);
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isAddress || (protocol !== 'https:' && !isLocal)) return null;
  return { id: hostname, origin };
}

/**
 * What a browser's refusal comes to. For privacy it gives one name to a person who said no, a device that holds no
 * such passkey, and a time that ran out; the last can be told by the clock.
 */
export function ceremonyProblem(errorName: string, waitedMs: number): ErrorCode {
  switch (errorName) {
    case 'NotAllowedError':
    case 'TimeoutError':
      return waitedMs >= CEREMONY_TIMEOUT_MS ? 'passkey.timed_out' : 'passkey.cancelled';
    case 'AbortError':
      return 'passkey.cancelled';
    case 'InvalidStateError':
      return 'passkey.known';
    case 'SecurityError':
      return 'passkey.wrong_origin';
    default:
      return 'passkey.unavailable';
  }
}
