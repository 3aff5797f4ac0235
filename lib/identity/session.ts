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
import { olderCookieName, plainCookieName } from '#lib/identity/cookie-names.ts';
import { findPasswordOf, findSettledPasswordHash, isSecondFactorOn } from '#lib/identity/factors.ts';
import { PRESS_TOKEN_LIFETIME_MS } from '#lib/identity/press-token.ts';
import { operatorSessionMs } from '#lib/identity/rolling-cookies.ts';
import { deleteOtherSessions, forgetWaitingSignIns } from '#lib/identity/store.ts';
import { isLocalSignInOn, isWayOffered } from '#lib/identity/ways-to-sign-in.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { operatorRoles } from '#lib/vocabulary.ts';

/** A cookie, for Next's cookie store or a Set-Cookie header. */
export type SessionCookie = {
  name: string;
  value: string;
  maxAgeSeconds: number | undefined;
  secure: boolean;
};

const operatorRole = z.enum(operatorRoles);

export function addressOf(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? 'unknown';
}

export function visitorFrom(headers: Headers): Actor {
  return anonymousActor(addressOf(headers));
}

export async function personFrom(headers: Headers): Promise<Actor> {
  const address = addressOf(headers);
  const found = await personAuth().api.getSession({ headers });
  if (found?.user.role !== 'person' || isOver(found.session.createdAt)) return anonymousActor(address);
  return personActor(found.user.id, address, null, null, { sessionId: found.session.id });
}

// Use prolongs a session, but no longer than the press token of the same sign-in lasts.
function isOver(startedAt: Date): boolean {
  return now().getTime() - startedAt.getTime() > PRESS_TOKEN_LIFETIME_MS;
}

/** Null for unknown roles too. */
export async function operatorFrom(headers: Headers): Promise<Actor> {
  const actor = await enrolleeFrom(headers);
  return actor.role === 'enrolling' ? anonymousActor(addressOf(headers)) : actor;
}

/** Includes an operator or admin who still has to set up the mandatory second factor. */
export async function enrolleeFrom(headers: Headers): Promise<Actor> {
  const address = addressOf(headers);
  const found = await operatorSessionIn(headers);
  const role = operatorRole.safeParse(found?.user.role);
  if (!found || !role.success || found.user.disabledAt) return anonymousActor(address);
  const { id, name, twoFactorEnabled } = found.user;
  const { provider = null, steppedUpAt = null } = found.session;
  if (provider !== null)
    // At a provider that remembers them nobody may have proved anything just now.
    return operatorActor(role.data, id, name, address, steppedUpAt, true);
  return mustEnroll(role.data, twoFactorEnabled === true)
    ? enrollingActor(id, name, address)
    : operatorActor(role.data, id, name, address, provenAt(found.session));
}

/** Null when there is none, or when it began too long ago: use must not keep a session open for ever. */
async function operatorSessionIn(headers: Headers) {
  const found = await operatorAuth().api.getSession({ headers });
  if (!found || !isWayOffered(found.session.provider ?? null, found.user.email)) return null;
  const age = now().getTime() - found.session.createdAt.getTime();
  if (age < operatorSessionMs(found.user.role)) return found;
  await (await operatorAuth().$context).internalAdapter.deleteSession(found.session.token);
  return null;
}

/** A sign-in is by password and factor, so it counts like the step-up that may follow. */
function provenAt({ createdAt, steppedUpAt }: { createdAt: Date; steppedUpAt?: Date | null | undefined }) {
  return steppedUpAt && steppedUpAt > createdAt ? steppedUpAt : createdAt;
}

/** Whoever signs in locally in spite of its being off needs a second factor, whatever is set. */
function mustEnroll(role: OperatorRole, hasSecondFactor: boolean): boolean {
  const isRequired = env.ADMIN_SECOND_FACTOR === 'required' && role !== 'viewer';
  return (isRequired || !isLocalSignInOn()) && !hasSecondFactor;
}

export async function operatorSessionIdIn(headers: Headers): Promise<string | null> {
  const found = await operatorSessionIn(headers);
  return found?.session.id ?? null;
}

/** Shown beside a session, so that an operator can recognise it. */
export type Device = { address: string; userAgent: string };

export function deviceHeaders({ address, userAgent }: Device): Headers {
  return new Headers({ [ADDRESS_HEADER]: address, 'user-agent': userAgent });
}

type OperatorSignIn = {
  cookies: SessionCookie[];
  /** Null while the second step is pending. */
  operatorId: string | null;
  /** The cookies carry a pending sign-in, not a session. */
  needsCode: boolean;
};

const signInAnswer = z.object({
  twoFactorRedirect: z.boolean().default(false),
  token: z.string().nullish(),
  user: z.object({ id: z.string() }).optional(),
});

/** Cookies of a new operator session; null for wrong credentials. */
export async function startOperatorSession(
  email: string,
  password: string,
  device: Device,
): Promise<OperatorSignIn | null> {
  const before = await findPasswordOf(email);
  const response = await operatorAuth().api.signInEmail({
    body: { email, password },
    headers: deviceHeaders(device),
    asResponse: true,
  });
  if (!response.ok) return null;
  const { twoFactorRedirect, token, user } = signInAnswer.parse(await response.json());
  const { internalAdapter } = await operatorAuth().$context;
  // A password that was changed during its check ends what it has begun.
  if (before && (await findSettledPasswordHash(before.operatorId)) !== before.hash) {
    if (token) await internalAdapter.deleteSession(token);
    await forgetWaitingSignIns(before.operatorId);
    return null;
  }
  // A second factor activated during the password check has ended all other sessions.
  if (user && token && (await isSecondFactorOn(user.id))) {
    await internalAdapter.deleteSession(token);
    return null;
  }
  return {
    cookies: cookiesIn(response.headers),
    operatorId: user?.id ?? null,
    needsCode: twoFactorRedirect,
  };
}

export async function startSessionOfNewOperator(
  operatorId: string,
  device: Device,
): Promise<SessionCookie[]> {
  return (await startSessionFor(operatorId, deviceHeaders(device))).cookies;
}

/** The session of an operator whom the identity provider `issuer` has authenticated. */
export async function startSessionByProvider(operatorId: string, issuer: string, device: Device) {
  return startSessionFor(operatorId, deviceHeaders(device), issuer);
}

/** Starts a session and ends all others, which began with a password only and may be a thief's. */
export async function beginOnlySession(operatorId: string, headers: Headers): Promise<SessionCookie[]> {
  const { token, cookies } = await startSessionFor(operatorId, headers);
  await deleteOtherSessions(operatorId, token);
  return cookies;
}

async function startSessionFor(operatorId: string, sent: Headers, provider?: string) {
  const { headers, response } = await operatorAuth().api.startSession({
    body: { userId: operatorId, ...(provider ? { provider } : {}) },
    headers: sent,
    returnHeaders: true,
  });
  return { ...response, cookies: cookiesIn(headers) };
}

/** Ends an operator's session; returns the cookies that clear it. */
export async function endOperatorSession(headers: Headers): Promise<SessionCookie[]> {
  const response = await operatorAuth().api.signOut({ headers, asResponse: true });
  return withOlderCleared(cookiesIn(response.headers));
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

/** The cookies, and for each one that clears what an earlier build set under another name. */
export function withOlderCleared(cookies: readonly SessionCookie[]): SessionCookie[] {
  const cleared = cookies.flatMap(({ name, secure }) => {
    const older = olderCookieName(plainCookieName(name));
    return older === null ? [] : [{ name: older, value: '', maxAgeSeconds: 0, secure }];
  });
  return [...cookies, ...cleared];
}
