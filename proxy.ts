import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { CALL_SHEET_STYLE } from '#components/panic/call-sheet-style.ts';
import { RETURN_COOKIE, RETURN_SECONDS, returnPathOf } from '#lib/identity/console-target.ts';
import { areCookiesSecure, cookieName, olderCookieName, PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { signedAnew } from '#lib/identity/older-keys.ts';
import { readPressToken, secondsLeft, signPressToken } from '#lib/identity/press-token.ts';
import { rollingCookies } from '#lib/identity/rolling-cookies.ts';
import { brandStyles } from '#lib/platform/brand.ts';
import { now } from '#lib/platform/clock.ts';
import { contentSecurityPolicy, permissionsPolicy } from '#lib/platform/content-security-policy.ts';
import { env } from '#lib/platform/env.ts';
import { withoutPastedSigns } from '#lib/platform/pasted-path.ts';

/** Runs before every page: a fresh script nonce with the policy that names it, and the session's new term. */
export default function proxy(request: NextRequest): NextResponse {
  const pasted = withoutPastedSigns(request.nextUrl.pathname);
  if (pasted !== null && request.method === 'GET') {
    return NextResponse.redirect(new URL(pasted + request.nextUrl.search, request.url));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = contentSecurityPolicy({
    nonce,
    trackingHosts: env.TRACKING_HOSTS,
    styles: [CALL_SHEET_STYLE, brandStyles()].filter((text) => text !== ''),
    mapOrigin: env.MAP_STYLE_URL && new URL(env.MAP_STYLE_URL).origin,
    isDevelopment: env.NODE_ENV === 'development',
  });
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this request header.
  headers.set('content-security-policy', policy);
  headers.set('x-nonce', nonce);
  // For the language: Next gives a layout no path.
  headers.set('x-vigil-path', request.nextUrl.pathname);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  if (env.TRACKING_GEOLOCATION === 'on') {
    response.headers.set('permissions-policy', permissionsPolicy(env.TRACKING_HOSTS));
  }
  if (request.method === 'GET') {
    rollCookies(request, response);
    keepReturnPath(request, response);
  }
  return response;
}

/** So that the link of an escalation leads on after the sign-in, which the page itself finds to be needed. */
function keepReturnPath(request: NextRequest, response: NextResponse): void {
  const path = returnPathOf(request.nextUrl);
  // Neither a prefetch nor a refresh by the page's scripts.
  if (path === undefined || request.headers.get('sec-fetch-dest') === 'empty') return;
  const secure = env.APP_URL.startsWith('https:');
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  response.cookies.set(RETURN_COOKIE, path, { ...attributes, maxAge: RETURN_SECONDS });
}

/** New terms for sessions, and the present name and key for what an earlier build or an older key has given. */
function rollCookies(request: NextRequest, response: NextResponse): void {
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure: areCookiesSecure() } as const;
  const give = (plain: string, value: string, maxAge: number) => {
    response.cookies.set(cookieName(plain), value, { ...attributes, maxAge });
    const older = olderCookieName(plain);
    if (older && request.cookies.has(older)) response.cookies.set(older, '', { ...attributes, maxAge: 0 });
  };
  const sent = (name: string | null) => (name === null ? undefined : request.cookies.get(name)?.value);
  for (const { plain, maxAge } of rollingCookies()) {
    const value = sent(cookieName(plain)) ?? sent(olderCookieName(plain));
    if (value !== undefined) give(plain, signedAnew(plain, value), maxAge);
  }
  const present = sent(cookieName(PRESS_COOKIE));
  const token = present ?? sent(olderCookieName(PRESS_COOKIE)) ?? '';
  const claims = readPressToken(token, now());
  const renewed = claims && signPressToken(claims);
  if (renewed && renewed !== present) give(PRESS_COOKIE, renewed, secondsLeft(claims, now()));
}

export const config = {
  matcher: [
    { source: '/((?!_next/static|_next/image|api/|icon|favicon).*)' },
    // A board that stays open for days renews its session by what it asks.
    { source: '/api/admin/:path*' },
  ],
};
