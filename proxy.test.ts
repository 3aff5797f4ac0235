import { NextRequest } from 'next/server';
import { describe, expect, test, vi } from 'vitest';

/** The proxy as an instance runs it that is reached at this address. */
async function proxyAt(appUrl: string) {
  vi.stubEnv('APP_URL', appUrl);
  vi.resetModules();
  return (await import('./proxy.ts')).default;
}

const PLAIN = 'http://localhost:3000';
const SECURE = 'https://vigil.example';
const SESSION = 'vigil.session_token=abc.def';

const ask = (cookie = '', method = 'GET') =>
  new NextRequest(`${PLAIN}/panic`, { method, headers: { cookie } });

const nonceIn = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? '')?.[1];

describe('before every page', () => {
  test('the answer’s policy and the page’s scripts share a nonce that no other answer has', async () => {
    const proxy = await proxyAt(PLAIN);
    const [one, other] = [proxy(ask()), proxy(ask())];
    const nonce = nonceIn(one.headers.get('content-security-policy'));
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(one.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(nonceIn(one.headers.get('x-middleware-request-content-security-policy'))).toBe(nonce);
    expect(nonceIn(other.headers.get('content-security-policy'))).not.toBe(nonce);
  });

  test('a nonce that the client sent counts for nothing', async () => {
    const proxy = await proxyAt(PLAIN);
    const request = new NextRequest(`${PLAIN}/panic`, { headers: { 'x-nonce': 'mine' } });
    expect(proxy(request).headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
  });

  test('browsers are told to keep to https only where the app is reached by it', async () => {
    expect((await proxyAt(SECURE))(ask()).headers.get('strict-transport-security')).toContain('max-age');
    expect((await proxyAt(PLAIN))(ask()).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('a session’s cookie', () => {
  test('gets a new term by being used', async () => {
    const [cookie] = (await proxyAt(PLAIN))(ask(SESSION)).headers.getSetCookie();
    expect(cookie).toContain(SESSION);
    expect(cookie).toMatch(/Max-Age=31536000.*HttpOnly.*SameSite=lax/i);
    expect(cookie).not.toContain('Secure');
    const [operator] = (await proxyAt(PLAIN))(ask('vigil-operator.session_token=x.y')).headers.getSetCookie();
    expect(operator).toContain('Max-Age=43200');
  });

  test('stays for https alone where the app is reached by it', async () => {
    const [cookie] = (await proxyAt(SECURE))(ask(`__Secure-${SESSION}`)).headers.getSetCookie();
    expect(cookie).toContain('Secure');
  });

  test('is not touched by what changes something, such as signing out, nor is any other cookie', async () => {
    const proxy = await proxyAt(PLAIN);
    expect(proxy(ask(SESSION, 'POST')).headers.getSetCookie()).toEqual([]);
    expect(proxy(ask('vigil.press=token; other=1')).headers.getSetCookie()).toEqual([]);
  });
});
