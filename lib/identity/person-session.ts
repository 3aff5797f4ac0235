import 'server-only';
import { parseCookies } from 'better-auth/cookies';
import type { PersonActor } from '#lib/identity/actor.ts';
import { personAuth } from '#lib/identity/auth.ts';
import { areCookiesSecure, cookieName, olderCookieName, PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { deviceName } from '#lib/identity/device-model.ts';
import { deviceOfSession, recordSignIn, revokeDeviceOf } from '#lib/identity/devices.ts';
import {
  deviceIdOf,
  type PressClaims,
  readPressToken,
  secondsLeft,
  signPressToken,
} from '#lib/identity/press-token.ts';
import { noteRevokedDevice } from '#lib/identity/press-token-editions.ts';
import { cookiesIn, personFrom, type SessionCookie, withOlderCleared } from '#lib/identity/session.ts';
import { findPressClaims } from '#lib/identity/store.ts';
import { now } from '#lib/platform/clock.ts';

// A person's sessions, each with the device and the press token that go with it.

/** What a browser sends at a sign-in. */
export type SigningIn = {
  userAgent: string;
  /** The press token that it holds from an earlier sign-in, or nothing. */
  pressToken: string;
  /** Of the code that was typed; a double submit names the same. */
  codeId: string | null;
};

/** Starts a person's session; returns its cookies and that of the press token, which outlives it. */
export async function startPersonSession(
  personId: string,
  { userAgent, pressToken, codeId }: SigningIn = { userAgent: '', pressToken: '', codeId: null },
): Promise<{ cookies: SessionCookie[]; isNewDevice: boolean }> {
  const { headers, response } = await startSession(personId);
  const at = now();
  const browser = { personId, sessionId: response.sessionId, name: deviceName(userAgent) };
  const heldId = heldDeviceOf(personId, pressToken);
  const { deviceId, isNew, earlierToken } = await recordSignIn(browser, { heldId, codeId, at });
  const sent = earlierToken === null ? headers : (await startSession(personId, earlierToken)).headers;
  const claims = { ...(await findPressClaims(personId)), deviceId, issuedAtMs: at.getTime() };
  return { cookies: withOlderCleared([...cookiesIn(sent), pressCookie(claims)]), isNewDevice: isNew };
}

function startSession(userId: string, token?: string) {
  const body = token === undefined ? { userId } : { userId, token };
  return personAuth().api.startSession({ body, returnHeaders: true });
}

/** The device of a browser that is signed in; null when its session has just ended. */
export async function deviceOf(
  { personId, sessionId }: PersonActor,
  { userAgent, pressToken }: Pick<SigningIn, 'userAgent' | 'pressToken'>,
) {
  if (sessionId === null) return null;
  const browser = { personId, sessionId, name: deviceName(userAgent) };
  return deviceOfSession(browser, { heldId: heldDeviceOf(personId, pressToken), at: now() });
}

/** Ends the sessions of all other browsers; returns the new press token's cookie, which lasts no longer than the old. */
export async function endOtherSessions(actor: PersonActor, headers: Headers): Promise<SessionCookie[]> {
  await personAuth().api.revokeOtherSessions({ headers });
  const device = await deviceOf(actor, sentBy(headers));
  if (!device) return [];
  const claims = await findPressClaims(actor.personId);
  return [pressCookie({ ...claims, deviceId: device.id, issuedAtMs: device.signedInAt.getTime() })];
}

/** Ends this browser's session and its press token, copies of it included; returns the cookies that clear them. */
export async function endPersonSession(headers: Headers): Promise<SessionCookie[]> {
  const at = now();
  const actor = await personFrom(headers);
  const held = readPressToken(pressTokenIn(headers), at);
  const device = actor.role === 'person' ? await deviceOf(actor, sentBy(headers)) : null;
  const revoked = [
    ...(device ? [{ id: device.id, personId: device.personId, signedInAt: device.signedInAt }] : []),
    ...(held && deviceIdOf(held) !== device?.id
      ? [{ id: deviceIdOf(held), personId: held.personId, signedInAt: new Date(held.issuedAtMs) }]
      : []),
  ];
  for (const each of revoked) {
    if (await revokeDeviceOf(actor, { ...each, at })) noteRevokedDevice(each.id);
  }
  return clearedCookies(headers);
}

/** Cookies that clear session and press token in a browser; for one whose account is gone. */
export async function clearedCookies(headers: Headers): Promise<SessionCookie[]> {
  const response = await personAuth().api.signOut({ headers, asResponse: true });
  return withOlderCleared([...cookiesIn(response.headers), pressCookie(null)]);
}

export function pressTokenIn(headers: Headers): string {
  const sent = parseCookies(headers.get('cookie') ?? '');
  const older = olderCookieName(PRESS_COOKIE);
  return sent.get(cookieName(PRESS_COOKIE)) ?? (older === null ? undefined : sent.get(older)) ?? '';
}

/** What a browser says of itself beside its session. */
export function sentBy(headers: Headers): Pick<SigningIn, 'userAgent' | 'pressToken'> {
  return { userAgent: headers.get('user-agent') ?? '', pressToken: pressTokenIn(headers) };
}

function heldDeviceOf(personId: string, pressToken: string): string | null {
  const held = readPressToken(pressToken, now());
  return held?.personId === personId ? deviceIdOf(held) : null;
}

/** Without claims one that clears it. */
function pressCookie(claims: PressClaims | null): SessionCookie {
  return {
    name: cookieName(PRESS_COOKIE),
    value: claims ? signPressToken(claims) : '',
    maxAgeSeconds: claims ? secondsLeft(claims, now()) : 0,
    secure: areCookiesSecure(),
  };
}
