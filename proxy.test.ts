import { NextRequest } from 'next/server';
import { describe, expect, test } from 'vitest';
import { signPressToken } from '#lib/identity/press-token.ts';
import { testEnv } from '#lib/testing/test-env.ts';
import proxy from './proxy.ts';

/** The proxy as an instance runs it that is reached at this address. */
function proxyAt(appUrl: string) {
  testEnv({ APP_URL: appUrl });
  return proxy;
}

const PLAIN = 'http://localhost:3000';
const SECURE = 'https://vigil.example';
const SESSION = 'vigil.session_token=abc.def';

const ask = (cookie = '', method = 'GET') =>
  new NextRequest(`${PLAIN}/panic`, { method, headers: { cookie } });

const nonceIn = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('before every page', () => {
  test('the answer’s policy and the page’s scripts share a nonce that no other answer has', () => {
    const proxied = proxyAt(PLAIN);
    const [one, other] = [proxied(ask()), proxied(ask())];
    const nonce = nonceIn(one.headers.get('content-security-policy'));
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(nonceIn(one.headers.get('x-middleware-request-content-security-policy'))).toBe(nonce);
    expect(nonceIn(other.headers.get('content-security-policy'))).not.toBe(nonce);
  });

  test('a nonce that the client sent counts for nothing', () => {
    const proxied = proxyAt(PLAIN);
    const request = new NextRequest(`${PLAIN}/panic`, { headers: { 'x-nonce': 'mine' } });
    expect(proxied(request).headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
  });
});

test.each([').', '_', '%E2%80%9D%2C', '%20'])(
  'a friend’s link that ends in %j leads to the friend’s page',
  (after) => {
    const link = `${PLAIN}/follow/${'Ab3-_'.repeat(8)}xyz`;
    const answer = proxyAt(PLAIN)(new NextRequest(`${link}${after}`));
    expect([answer.status, answer.headers.get('location')]).toEqual([307, link]);
  },
);

describe('a session’s cookie', () => {
  test('gets a new term by being used', () => {
    const [cookie] = proxyAt(PLAIN)(ask(SESSION)).headers.getSetCookie();
    expect(cookie).toContain(SESSION);
    expect(cookie).toMatch(/Max-Age=31536000.*HttpOnly.*SameSite=lax/i);
    expect(cookie).not.toContain('Secure');
    const [operator] = proxyAt(PLAIN)(ask('vigil-operator.session_token=x.y')).headers.getSetCookie();
    expect(operator).toContain('Max-Age=43200');
  });

  test('stays for https alone where the app is reached by it', () => {
    const cookies = proxyAt(SECURE)(ask(`__Host-${SESSION}`)).headers.getSetCookie();
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/^__Host-vigil\.session_token=abc\.def; Path=\/;.*Secure/);
    expect(cookies[0]).not.toMatch(/domain/i);
  });

  test('of an earlier build goes on under the name with the prefix, and is cleared', () => {
    const cookies = proxyAt(SECURE)(ask(`__Secure-${SESSION}`)).headers.getSetCookie();
    expect(cookies).toEqual([
      expect.stringMatching(/^__Host-vigil\.session_token=abc\.def; .*Max-Age=31536000/),
      expect.stringMatching(/^__Secure-vigil\.session_token=; .*Max-Age=0/),
    ]);
    const both = ask(`__Secure-vigil.session_token=planted.by; __Host-${SESSION}`);
    const [kept] = proxyAt(SECURE)(both).headers.getSetCookie();
    expect(kept).toContain(SESSION);
    // Over http such names mean nothing.
    expect(proxyAt(PLAIN)(ask(`__Host-${SESSION}`)).headers.getSetCookie()).toEqual([]);
  });

  test('of a press moves in the same way, for as long as it still counts', () => {
    const proxied = proxyAt(SECURE);
    const claims = { personId: 'thandi', customerId: 7, edition: 1, issuedAtMs: Date.now() };
    const token = signPressToken(claims);
    expect(proxied(ask(`vigil.press=${token}`)).headers.getSetCookie()).toEqual([
      expect.stringMatching(new RegExp(`^__Host-vigil\\.press=${token}; .*Secure`)),
      expect.stringMatching(/^vigil\.press=; .*Max-Age=0/),
    ]);
    expect(proxied(ask(`__Host-vigil.press=${token}`)).headers.getSetCookie()).toEqual([]);
    expect(proxied(ask('vigil.press=forged.token')).headers.getSetCookie()).toEqual([]);
  });

  test('is not touched by what changes something, such as signing out, nor is any other cookie', () => {
    const proxied = proxyAt(PLAIN);
    expect(proxied(ask(SESSION, 'POST')).headers.getSetCookie()).toEqual([]);
    expect(proxied(ask('vigil.press=token; other=1')).headers.getSetCookie()).toEqual([]);
  });
});
