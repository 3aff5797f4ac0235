import 'server-only';
import { refresh } from 'next/cache';
import { cookies, headers } from 'next/headers';
import { env } from '#lib/platform/env.ts';
import { consoleTarget, RETURN_COOKIE, RETURN_SECONDS } from './console-target.ts';
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

/**
 * Where a sign-in leads, once: the return path, else the board. `need` is the fragment that names a row of the board: a
 * browser keeps it over redirects, and sends it to no server.
 */
export async function takeReturnPath(need = ''): Promise<string> {
  const store = await cookies();
  const path = store.get(RETURN_COOKIE)?.value ?? '';
  store.delete(RETURN_COOKIE);
  return consoleTarget(/^#need-[\w-]{1,64}$/.test(need) ? path + need : path, env.APP_URL).href;
}

/** Keeps it for the second step. */
export async function keepReturnPath(path: string): Promise<void> {
  const secure = env.APP_URL.startsWith('https:');
  await sendCookies([{ name: RETURN_COOKIE, value: path, maxAgeSeconds: RETURN_SECONDS, secure }]);
}

/** Re-renders the page in the running action's response. */
export function refreshPage(): void {
  refresh();
}
