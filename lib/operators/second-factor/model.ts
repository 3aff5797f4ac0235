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

const BOARD = '/admin/callouts';
/** Pages that only lead into the console. */
const LEADING_IN = /^\/admin\/(step-up|sign-in|second-factor|join|new-password)(\/|$)/;

/** Where a step-up goes on. `isFile`: a download, which leaves the page as it is. */
export type StepUpTarget = { href: string; isFile: boolean };

/** Only pages and files of the console at our own address: the text may come from anybody's link. */
export function stepUpTarget(asked: string, appUrl: string): StepUpTarget {
  const { origin } = new URL(appUrl);
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  const isFile = url?.pathname.startsWith('/api/admin/') === true;
  const isPage = url?.pathname.startsWith('/admin/') === true && !LEADING_IN.test(url.pathname);
  if (!url || url.origin !== origin || !(isFile || isPage)) return { href: BOARD, isFile: false };
  return { href: url.pathname + url.search, isFile };
}
