import 'server-only';
import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import type { SessionCookie } from './session.ts';

// The only file of `lib` outside actions that imports Next.

/** Headers with the cookies as changed by the running action, so that its page sees the new session. */
export async function requestHeaders(): Promise<Headers> {
  const [sent, store] = await Promise.all([headers(), cookies()]);
  const current = new Headers(sent);
  const cookie = store.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  if (cookie.length > 0) current.set('cookie', cookie.join('; '));
  else current.delete('cookie');
  return current;
}

/** Sets session cookies on the running action's response. */
export async function sendCookies(sessionCookies: readonly SessionCookie[]): Promise<void> {
  const store = await cookies();
  for (const { name, value, maxAgeSeconds, secure } of sessionCookies) {
    store.set(name, value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure,
      ...(maxAgeSeconds === undefined ? {} : { maxAge: maxAgeSeconds }),
    });
  }
}

/** Re-renders the page in the running action's response. */
export function refreshPage(): void {
  refresh();
}
