import 'server-only';
import { parseCookies } from 'better-auth/cookies';
import type { ErrorCode } from '#lib/errors/errors.ts';
import { consoleTarget, RETURN_COOKIE } from '#lib/identity/console-target.ts';
import { cookieLine } from '#lib/identity/cookie-line.ts';
import type { SessionCookie } from '#lib/identity/session.ts';
import { env } from '#lib/platform/env.ts';
import { seeOther } from '#lib/platform/http.ts';
import { noPending, pendingIn } from './pending.ts';

// Where a browser goes on its way to the identity provider and back. What is refused is said on a page of ours, by its code.

export function leadTo(location: string, cookies: readonly SessionCookie[]): Response {
  const response = seeOther(location);
  for (const cookie of cookies) response.headers.append('set-cookie', cookieLine(cookie));
  return response;
}

export function toSignIn(problem: ErrorCode, cookies: readonly SessionCookie[] = []): Response {
  return leadTo(`/admin/sign-in?${new URLSearchParams({ problem })}`, cookies);
}

export function toStepUp(problem: ErrorCode, to: string, cookies: readonly SessionCookie[] = []): Response {
  return leadTo(`/admin/step-up?${new URLSearchParams({ problem, to })}`, cookies);
}

/** A sign-in goes on where a link had led, as one by password does; a step-up goes back, and to a file by its page. */
export function afterProvider(
  { cookies, stepUpTo }: { cookies: readonly SessionCookie[]; stepUpTo: string | null },
  headers: Headers,
): Response {
  const asked = stepUpTo ?? parseCookies(headers.get('cookie') ?? '').get(RETURN_COOKIE) ?? '';
  const { href, isFile } = consoleTarget(asked, env.APP_URL);
  const secure = env.APP_URL.startsWith('https:');
  const noReturn = { name: RETURN_COOKIE, value: '', maxAgeSeconds: 0, secure };
  const location = isFile ? `/admin/step-up?${new URLSearchParams({ to: href })}` : href;
  return leadTo(location, [...cookies, noPending(), ...(stepUpTo === null ? [noReturn] : [])]);
}

/** To the page from which it began. A sign-in in another tab keeps its cookie. */
export function afterRefusal(problem: ErrorCode, headers: Headers): Response {
  const pending = pendingIn(headers);
  const cookies = problem === 'provider.expired' ? [] : [noPending()];
  return pending?.stepUpOf ? toStepUp(problem, pending.to, cookies) : toSignIn(problem, cookies);
}
