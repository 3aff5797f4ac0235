import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { RETURN_COOKIE, RETURN_SECONDS, returnPathOf } from '#lib/identity/console-target.ts';
import { signedAnew } from '#lib/identity/older-keys.ts';
import { PRESS_COOKIE, renewedPressToken } from '#lib/identity/press-token.ts';
import { rollingCookies } from '#lib/identity/rolling-cookies.ts';
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

function rollCookies(request: NextRequest, response: NextResponse): void {
  const secure = env.APP_URL.startsWith('https:');
  const attributes = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const;
  for (const { name, maxAge } of rollingCookies()) {
    const cookie = request.cookies.get(name);
    if (cookie) response.cookies.set(name, signedAnew(name, cookie.value), { ...attributes, maxAge });
  }
  const press = request.cookies.get(PRESS_COOKIE);
  const renewed = press && renewedPressToken(press.value, now());
  if (renewed) response.cookies.set(PRESS_COOKIE, renewed.token, { ...attributes, maxAge: renewed.maxAge });
}

export const config = {
  matcher: [
    { source: '/((?!_next/static|_next/image|api/|icon|favicon).*)' },
    // A board that stays open for days renews its session by what it asks.
    { source: '/api/admin/:path*' },
  ],
};
