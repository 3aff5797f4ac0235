import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { carrying } from '#lib/testing/test-browser.ts';
import { registerTestPerson, type TestPerson } from '#lib/testing/test-callout.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import { testOperator } from '#lib/testing/test-operator.ts';
import { testWorld } from '#lib/testing/test-world.ts';
import { endPersonSession, pressTokenIn, startPersonSession } from './person-session.ts';
import { refusedTo } from './refused-to.ts';
import {
  endOperatorSession,
  operatorFrom,
  personFrom,
  type SessionCookie,
  startSessionOfNewOperator,
} from './session.ts';

await testWorld();

// Names and attributes of the cookies that sign somebody in, over https and over http.

let thandi: TestPerson;

/** An instance that is reached at this address. */
function reachedAt(appUrl: string): void {
  testEnv({ APP_URL: appUrl });
  forgetAuth();
}
function forgetAuth(): void {
  for (const name of ['vigil.person-auth', 'vigil.operator-auth'])
    Reflect.deleteProperty(globalThis, Symbol.for(name));
}

beforeEach(async () => {
  thandi = await registerTestPerson();
});
afterEach(forgetAuth);

const namesOf = (cookies: readonly SessionCookie[]) => cookies.map(({ name }) => name).toSorted();
const given = (cookies: readonly SessionCookie[]) => cookies.filter(({ value }) => value !== '');
const signIn = async () => (await startPersonSession(thandi.personId)).cookies;
const renamed = (cookies: readonly SessionCookie[], to: (name: string) => string) =>
  given(cookies).map((cookie) => ({ ...cookie, name: to(cookie.name) }));

/** The names of the build before the prefix. */
const older = (name: string) =>
  name === '__Host-vigil.press' ? 'vigil.press' : name.replace('__Host-', '__Secure-');

describe('over https', () => {
  beforeEach(() => reachedAt('https://vigil.example'));

  test('each has the prefix, is Secure, and what earlier builds set is cleared', async () => {
    const cookies = await signIn();
    expect(namesOf(given(cookies))).toEqual(['__Host-vigil.press', '__Host-vigil.session_token']);
    expect(cookies.every(({ secure }) => secure)).toBe(true);
    expect(
      namesOf(cookies.filter(({ value, maxAgeSeconds }) => value === '' && maxAgeSeconds === 0)),
    ).toEqual(['__Secure-vigil.session_token', 'vigil.press']);
    expect(await personFrom(carrying(given(cookies)))).toMatchObject({ personId: thandi.personId });
    expect(pressTokenIn(carrying(given(cookies)))).not.toBe('');
  });

  test('a session under the names of an earlier build goes on, and ends with all of its names', async () => {
    const headers = carrying(renamed(await signIn(), older));
    expect(headers.get('cookie')).not.toContain('__Host-');
    expect(await personFrom(headers)).toMatchObject({ personId: thandi.personId });
    expect(pressTokenIn(headers)).not.toBe('');
    const cleared = await endPersonSession(headers);
    expect(
      cleared.every(({ value, maxAgeSeconds, secure }) => value === '' && maxAgeSeconds === 0 && secure),
    ).toBe(true);
    expect(namesOf(cleared)).toEqual(
      expect.arrayContaining([
        '__Host-vigil.press',
        '__Host-vigil.session_token',
        '__Secure-vigil.session_token',
        'vigil.press',
      ]),
    );
    expect((await personFrom(headers)).role).toBe('anonymous');
  });

  test('beside one with the prefix, one that another host may have planted counts for nothing', async () => {
    const stranger = await registerTestPerson();
    const planted = renamed((await startPersonSession(stranger.personId)).cookies, older);
    const headers = carrying([...planted, ...given(await signIn())]);
    expect(await personFrom(headers)).toMatchObject({ personId: thandi.personId });
    const own = given(await signIn()).find(({ name }) => name === '__Host-vigil.press');
    expect(pressTokenIn(carrying([...planted, ...(own ? [own] : [])]))).toBe(own?.value);
  });

  test('a button that was switched off is cleared under both names, as a browser takes it', () => {
    const request = new Request('https://vigil.example/api/panic', { method: 'POST' });
    const response = refusedTo(request, { ok: false, code: 'press.token_revoked' });
    expect(response.headers.getSetCookie()).toEqual([
      '__Host-vigil.press=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
      'vigil.press=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ]);
  });

  test('an operator’s too', async () => {
    const { operatorId } = await testOperator('viewer', 'Olga');
    const cookies = await startSessionOfNewOperator(operatorId, { address: '192.0.2.1', userAgent: '' });
    expect(namesOf(given(cookies))).toEqual(['__Host-vigil-operator.session_token']);
    const headers = carrying(renamed(cookies, older));
    expect((await operatorFrom(headers)).role).toBe('viewer');
    expect(namesOf(await endOperatorSession(headers))).toEqual(
      expect.arrayContaining([
        '__Host-vigil-operator.session_token',
        '__Secure-vigil-operator.session_token',
      ]),
    );
    expect((await operatorFrom(headers)).role).toBe('anonymous');
  });
});

test('over http no name has a prefix, nothing is Secure, and names with one mean nothing', async () => {
  reachedAt('http://localhost:3000');
  const cookies = await signIn();
  expect(namesOf(cookies)).toEqual(['vigil.press', 'vigil.session_token']);
  expect(cookies.some(({ secure }) => secure)).toBe(false);
  const planted = renamed(cookies, (name) => `__Host-${name}`);
  expect((await personFrom(carrying(planted))).role).toBe('anonymous');
  expect(pressTokenIn(carrying(planted))).toBe('');
});
