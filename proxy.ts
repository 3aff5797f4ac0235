import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { PERSON_COOKIE_NAMES, PERSON_SESSION_SECONDS } from '#lib/identity/person-cookie.ts';
import { contentSecurityPolicy } from '#lib/platform/content-security-policy.ts';
import { env } from '#lib/platform/env.ts';

/** Runs before every page: a fresh script nonce with the policy that names it, and the session's new year. */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    trackingHosts: env.TRACKING_HOSTS,
    isDevelopment: env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (request.method === 'GET') rollPersonCookie(request, response);
  return response;
}

// The session in the database rolls when it is read; its cookie can only be renewed by an answer, here.
function rollPersonCookie(request: NextRequest, response: NextResponse): void {
  for (const name of PERSON_COOKIE_NAMES) {
    const cookie = request.cookies.get(name);
    if (!cookie) continue;
    response.cookies.set(name, cookie.value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: env.APP_URL.startsWith('https:'),
      maxAge: PERSON_SESSION_SECONDS,
    });
  }
}

export const config = {
  matcher: [{ source: '/((?!_next/static|_next/image|api/|icon|favicon).*)' }],
};
