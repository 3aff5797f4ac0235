import 'server-only';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { z } from 'zod';
import { type Actor, anonymousActor, operatorActor, personActor } from '#lib/identity/actor.ts';
import { operatorAuth, personAuth } from '#lib/identity/auth.ts';
import { PRESS_COOKIE, PRESS_TOKEN_LIFETIME_MS, signPressToken } from '#lib/identity/press-token.ts';
import { findPressClaims } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

/** A cookie for the browser, in the form that both Next's cookie store and a Set-Cookie line can be made from. */
export type SessionCookie = {
  name: string;
  value: string;
  maxAgeSeconds: number | undefined;
  secure: boolean;
};

const operatorRole = z.enum(['viewer', 'operator', 'admin']);

/** Filled by server.ts from the socket, or from the trusted proxies before it; a client cannot set it. */
const ADDRESS_HEADER = 'x-vigil-address';

/** Where a request came from, as server.ts saw it. */
export function addressOf(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? 'unknown';
}

/** Whoever sent these headers, before any sign-in. */
export function visitorFrom(headers: Headers): Actor {
  return anonymousActor(addressOf(headers));
}

/** The person whose session these request headers carry, else nobody. */
export async function personFrom(headers: Headers): Promise<Actor> {
  const address = addressOf(headers);
  const found = await personAuth().api.getSession({ headers });
  return found?.user.role === 'person' ? personActor(found.user.id, address) : anonymousActor(address);
}

/** The operator whose session these request headers carry, else nobody. An unknown role is nobody. */
export async function operatorFrom(headers: Headers): Promise<Actor> {
  const found = await operatorAuth().api.getSession({ headers });
  const role = operatorRole.safeParse(found?.user.role);
  return found && role.success
    ? operatorActor(role.data, found.user.id, found.user.name)
    : anonymousActor(addressOf(headers));
}

/** Begins a person's session and gives the cookies that carry it, and the press token that outlives it. */
export async function startPersonSession(personId: string): Promise<SessionCookie[]> {
  const { headers } = await personAuth().api.startSession({
    body: { userId: personId },
    returnHeaders: true,
  });
  const claims = await findPressClaims(personId);
  return [...cookiesIn(headers), pressCookie(signPressToken({ ...claims, issuedAtMs: now().getTime() }))];
}

/** Ends the person's sessions in all other browsers; gives the cookie by which this one goes on pressing. */
export async function endOtherSessions(personId: string, headers: Headers): Promise<SessionCookie[]> {
  await personAuth().api.revokeOtherSessions({ headers });
  const claims = await findPressClaims(personId);
  return [pressCookie(signPressToken({ ...claims, issuedAtMs: now().getTime() }))];
}

function pressCookie(token: string): SessionCookie {
  return {
    name: PRESS_COOKIE,
    value: token,
    maxAgeSeconds: token === '' ? 0 : PRESS_TOKEN_LIFETIME_MS / 1_000,
    secure: env.APP_URL.startsWith('https:'),
  };
}

/** Cookies of a new operator session, or null when e-mail and password do not match an operator. */
export async function startOperatorSession(email: string, password: string): Promise<SessionCookie[] | null> {
  const response = await operatorAuth().api.signInEmail({ body: { email, password }, asResponse: true });
  return response.ok ? cookiesIn(response.headers) : null;
}

/** Ends the session that the headers carry and gives the cookies that clear it. */
export async function endSession(kind: 'person' | 'operator', headers: Headers): Promise<SessionCookie[]> {
  const auth = kind === 'person' ? personAuth() : operatorAuth();
  const response = await auth.api.signOut({ headers, asResponse: true });
  const cleared = cookiesIn(response.headers);
  return kind === 'person' ? [...cleared, pressCookie('')] : cleared;
}

function cookiesIn(headers: Headers): SessionCookie[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, cookie]) => ({
      name,
      value: cookie.value,
      maxAgeSeconds: cookie['max-age'],
      secure: cookie.secure === true,
    })),
  );
}
