import type { SessionCookie } from './session.ts';

/** A cookie as a `Set-Cookie` header, for routes; actions have Next's store. */
export function cookieLine({ name, value, maxAgeSeconds, secure }: SessionCookie): string {
  const age = maxAgeSeconds === undefined ? '' : `; Max-Age=${maxAgeSeconds}`;
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax${age}${secure ? '; Secure' : ''}`;
}
