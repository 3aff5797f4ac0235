import 'server-only';
import { cookies, headers } from 'next/headers';
import type { SessionCookie } from '#lib/identity/session.ts';

// The one place outside app, components and actions that knows Next.

/** The headers of the request that is being answered. */
export async function requestHeaders(): Promise<Headers> {
  return headers();
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
