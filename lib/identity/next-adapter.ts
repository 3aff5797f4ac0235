import 'server-only';
import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import type { SessionCookie } from './session.ts';

// The one place outside app, components and actions that knows Next.

/**
 * The headers of the request that is being answered. Its cookies are as a running action has left them: the
 * page that is made anew after it must see the session that the action began, not the one that it ended.
 */
export async function requestHeaders(): Promise<Headers> {
  const [sent, store] = await Promise.all([headers(), cookies()]);
  const current = new Headers(sent);
  const cookie = store.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`);
  if (cookie.length > 0) current.set('cookie', cookie.join('; '));
  else current.delete('cookie');
  return current;
}

/** Sends session cookies with the answer of the running action. */
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

/** Reads the page anew with the answer of the running action. */
export function refreshPage(): void {
  refresh();
}
