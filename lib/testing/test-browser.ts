import { PRESS_COOKIE } from '#lib/identity/cookie-names.ts';
import { listDevices } from '#lib/identity/list-devices.ts';
import { pressTokenIn, sentBy, startPersonSession } from '#lib/identity/person-session.ts';
import { deviceIdOf, readPressToken } from '#lib/identity/press-token.ts';
import { personFrom, type SessionCookie } from '#lib/identity/session.ts';

export const ANDROID = 'Mozilla/5.0 (Linux; Android 15) Chrome/156.0 Mobile Safari/537.36';
export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

/** The headers of a browser that has these cookies. */
export function carrying(cookies: readonly SessionCookie[], userAgent = ANDROID): Headers {
  const cookie = cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  return new Headers({ cookie, 'user-agent': userAgent });
}

export const isPressCookie = ({ name }: SessionCookie) => name === PRESS_COOKIE;

/** Signs a person in, in a browser of its own; gives what it sends then, whole and by parts. */
export async function testSignIn(
  personId: string,
  { userAgent = ANDROID, pressToken = '', codeId = null as string | null } = {},
) {
  const { cookies, isNewDevice } = await startPersonSession(personId, { userAgent, pressToken, codeId });
  const token = carrying(cookies.filter(isPressCookie), userAgent);
  const claims = readPressToken(pressTokenIn(token), new Date());
  if (!claims) throw new Error('a sign-in gives a press token');
  return {
    ...{ isNewDevice, token },
    deviceId: deviceIdOf(claims),
    all: carrying(cookies, userAgent),
    session: carrying(
      cookies.filter((cookie) => !isPressCookie(cookie)),
      userAgent,
    ),
  };
}

export async function personIn(headers: Headers) {
  const actor = await personFrom(headers);
  if (actor.role !== 'person') throw new Error('not signed in');
  return actor;
}

export async function devicesIn(headers: Headers) {
  const listed = await listDevices(await personIn(headers), sentBy(headers));
  if (!listed.ok) throw new Error(listed.code);
  return listed.value;
}
