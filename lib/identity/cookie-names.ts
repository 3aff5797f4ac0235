import { env } from '#lib/platform/env.ts';

// Over https, cookies of sessions and presses carry the prefix `__Host-`: a browser then takes them only with Secure,
// Path=/ and no Domain, so that no other host of the domain can plant one. Plain http allows no Secure, and so no prefix.

const PREFIX = '__Host-';
/** better-auth's prefix, which earlier builds used over https. */
const OLDER_PREFIX = '__Secure-';

/** For plain forms and pages that load without a session; its name over http. */
export const PRESS_COOKIE = 'vigil.press';

export function areCookiesSecure(): boolean {
  return env.APP_URL.startsWith('https:');
}

/** The name of a session's or a press's cookie where we are reached. */
export function cookieName(plain: string): string {
  return areCookiesSecure() ? `${PREFIX}${plain}` : plain;
}

/** The name by which an earlier build set it over https, which counts until the new one is there; else null. */
export function olderCookieName(plain: string): string | null {
  if (!areCookiesSecure()) return null;
  return plain === PRESS_COOKIE ? plain : `${OLDER_PREFIX}${plain}`;
}

/** The name without any prefix. */
export function plainCookieName(name: string): string {
  for (const prefix of [PREFIX, OLDER_PREFIX]) {
    if (name.startsWith(prefix)) return name.slice(prefix.length);
  }
  return name;
}
