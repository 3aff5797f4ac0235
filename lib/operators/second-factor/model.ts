import type { ErrorCode } from '#lib/errors/errors.ts';

export const MAX_PASSKEYS = 10;

export const CHALLENGE_LIFETIME_MS = 5 * 60_000;
export const CEREMONY_TIMEOUT_MS = 2 * 60_000;

export type RelyingParty = { id: string; origin: string };

/** The WebAuthn relying party; null at a bare IP address, or without https except on localhost. */
export function relyingPartyAt(appUrl: string): RelyingParty | null {
  const { hostname, origin, protocol } = new URL(appUrl);
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost');
  if (isAddress || (protocol !== 'https:' && !isLocal)) return null;
  return { id: hostname, origin };
}

/** Browsers use one error name for cancel, missing passkey and timeout; only the duration tells a timeout. */
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
