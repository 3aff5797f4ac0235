import 'server-only';
import { parseSetCookieHeader } from 'better-auth/cookies';
import { z } from 'zod';
import {
  type Actor,
  anonymousActor,
  enrollingActor,
  type OperatorRole,
  operatorActor,
  personActor,
} from '#lib/identity/actor.ts';
import { ADDRESS_HEADER, operatorAuth, personAuth } from '#lib/identity/auth.ts';
import { isSecondFactorOn } from '#lib/identity/factors.ts';
import { PRESS_COOKIE, PRESS_TOKEN_LIFETIME_MS, signPressToken } from '#lib/identity/press-token.ts';
import { deleteOtherSessions, findPressClaims } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

/** A cookie for the browser, in the form that both Next's cookie store and a Set-Cookie line can be made from. */
export type SessionCookie = {
  name: string;
  value: string;
  maxAgeSeconds: number | undefined;
  secure: boolean;
};

const operatorRole = z.enum(operatorRoles);

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
  const actor = await enrolleeFrom(headers);
  return actor.role === 'enrolling' ? anonymousActor(addressOf(headers)) : actor;
}

/** The same, and also an admin who has yet to set up the second factor that is required of them. */
export async function enrolleeFrom(headers: Headers): Promise<Actor> {
  const address = addressOf(headers);
  const found = await operatorAuth().api.getSession({ headers });
  const role = operatorRole.safeParse(found?.user.role);
  if (!found || !role.success || found.user.disabledAt) return anonymousActor(address);
  const { id, name, twoFactorEnabled } = found.user;
  return mustEnroll(role.data, twoFactorEnabled === true)
    ? enrollingActor(id, name, address)
    : operatorActor(role.data, id, name, address);
}

function mustEnroll(role: OperatorRole, hasSecondFactor: boolean): boolean {
  return env.ADMIN_SECOND_FACTOR === 'required' && role === 'admin' && !hasSecondFactor;
}

/** The id of the operator's session that these headers carry. */
export async function operatorSessionIdIn(headers: Headers): Promise<string | null> {
  const found = await operatorAuth().api.getSession({ headers });
  return found?.session.id ?? null;
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

/** What is kept beside a session, so that an operator can tell theirs apart. */
export type Device = { address: string; userAgent: string };

export function deviceHeaders({ address, userAgent }: Device): Headers {
  return new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent });
}

type OperatorSignIn = {
  cookies: SessionCookie[];
  /** Null while a code is still asked for. */
  operatorId: string | null;
  /** The cookies carry no session yet, but the way to one by a second factor. */
  needsCode: boolean;
};

const signInAnswer = z.object({
  twoFactorRedirect: z.boolean().default(false),
  token: z.string().nullish(),
  user: z.object({ id: z.string() }).optional(),
});

/** Cookies of a new operator session, or null when e-mail and password do not match an operator. */
export async function startOperatorSession(
  email: string,
  password: string,
  device: Device,
): Promise<OperatorSignIn | null> {
  const response = await operatorAuth().api.signInEmail({
    body: { email, password },
    headers: deviceHeaders(device),
    asResponse: true,
  });
  if (!response.ok) return null;
  const { twoFactorRedirect, token, user } = signInAnswer.parse(await response.json());
  // Somebody who turned a second factor on while the password was checked ended every session but this one.
  if (user && token && (await isSecondFactorOn(user.id))) {
    await (await operatorAuth().$context).internalAdapter.deleteSession(token);
    return null;
  }
  return {
    cookies: cookiesIn(response.headers),
    operatorId: user?.id ?? null,
    needsCode: twoFactorRedirect,
  };
}

/** Cookies of a session for an operator whom a verb has just made. */
export async function startSessionOfNewOperator(
  operatorId: string,
  device: Device,
): Promise<SessionCookie[]> {
  return (await startSessionFor(operatorId, deviceHeaders(device))).cookies;
}

/**
 * Begins a session in place of all that an operator has: when the first second factor counts, the others were begun
 * by a password alone, perhaps by whoever stole it.
 */
export async function beginOnlySession(operatorId: string, headers: Headers): Promise<SessionCookie[]> {
  const { token, cookies } = await startSessionFor(operatorId, headers);
  await deleteOtherSessions(operatorId, token);
  return cookies;
}

async function startSessionFor(operatorId: string, sent: Headers) {
  const { headers, response } = await operatorAuth().api.startSession({
    body: { userId: operatorId },
    headers: sent,
    returnHeaders: true,
  });
  return { token: response.token, cookies: cookiesIn(headers) };
}

/** Ends the session that the headers carry and gives the cookies that clear it. */
export async function endSession(kind: 'person' | 'operator', headers: Headers): Promise<SessionCookie[]> {
  const auth = kind === 'person' ? personAuth() : operatorAuth();
  const response = await auth.api.signOut({ headers, asResponse: true });
  const cleared = cookiesIn(response.headers);
  return kind === 'person' ? [...cleared, pressCookie('')] : cleared;
}

export function cookiesIn(headers: Headers): SessionCookie[] {
  return headers.getSetCookie().flatMap((line) =>
    [...parseSetCookieHeader(line)].map(([name, cookie]) => ({
      name,
      value: cookie.value,
      maxAgeSeconds: cookie['max-age'],
      secure: cookie.secure === true,
    })),
  );
}
