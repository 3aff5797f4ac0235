import { hostname } from 'node:os';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { setEdgeHeaders } from '#lib/platform/edge-headers.ts';
import { edgeNotes, edgeSettings, listenHost, localOrigin } from '#lib/platform/edge-settings.ts';

const ALONE = { TRUSTED_PROXY_HOPS: 0 };
const BEHIND = { TRUSTED_PROXY_HOPS: 0, TRUSTED_PROXIES: ['10.0.0.0/8'] };
const COUNTED = { TRUSTED_PROXY_HOPS: 1 };

test('behind a proxy that is trusted nobody can go around it, unless HOST says so', () => {
  expect(listenHost(ALONE)).toBeUndefined();
  expect(listenHost(BEHIND)).toBe('127.0.0.1');
  expect(listenHost(COUNTED)).toBe('127.0.0.1');
  expect(listenHost({ ...BEHIND, HOST: '0.0.0.0' })).toBe('0.0.0.0');
  expect(listenHost({ ...ALONE, HOST: '::1' })).toBe('::1');
});

test('HOST is an address; the name of the machine, which some shells export, says nothing', () => {
  const read = (HOST: string) => z.object(edgeSettings).safeParse({ HOST });
  expect(read('10.0.0.5').data?.HOST).toBe('10.0.0.5');
  expect(read(hostname())).toMatchObject({ success: true });
  expect(read(hostname()).data?.HOST).toBeUndefined();
  expect(read('somewhere.else').success).toBe(false);
});

test('the supervisor asks the app where it listens', () => {
  expect(localOrigin(ALONE, 3000)).toBe('http://127.0.0.1:3000');
  expect(localOrigin({ ...ALONE, HOST: '::' }, 3000)).toBe('http://127.0.0.1:3000');
  expect(localOrigin({ ...ALONE, HOST: '::1' }, 3000)).toBe('http://[::1]:3000');
  expect(localOrigin({ ...BEHIND, HOST: '10.0.0.5' }, 8080)).toBe('http://10.0.0.5:8080');
});

test.each([
  [ALONE, 'the app listens on all addresses, port 3000 (no proxy is trusted)'],
  [COUNTED, 'the app listens on 127.0.0.1, port 3000 (a proxy is trusted)'],
  [{ ...BEHIND, HOST: '::' }, 'the app listens on all addresses, port 3000 (HOST)'],
])('where it listens is said, and why: %j', (settings, said) => {
  expect(edgeNotes({ ...settings, PORT: 3000 }).listening).toBe(said);
});

test('https without a trusted proxy is warned of', () => {
  const warningsOf = (settings: typeof ALONE, APP_URL?: string) =>
    edgeNotes({ ...settings, APP_URL, PORT: 3000 }).warnings;
  expect(warningsOf(ALONE, 'https://vigil.example')).toEqual([
    expect.stringMatching(/^APP_URL is https, but no proxy is trusted/),
  ]);
  for (const settings of [BEHIND, COUNTED]) expect(warningsOf(settings, 'https://vigil.example')).toEqual([]);
  expect(warningsOf(ALONE, 'http://localhost:3000')).toEqual([]);
  expect(warningsOf(ALONE)).toEqual([]);
});

function headersAt(appUrl: string | undefined): Map<string, unknown> {
  const headers = new Map<string, unknown>();
  const response = { setHeader: (name: string, value: unknown) => headers.set(name, value) };
  // safe: what `setHeader` gives back is not used
  setEdgeHeaders(response as never, appUrl);
  return headers;
}

test('browsers are told to keep to https, with subdomains, only where the app is reached by it', () => {
  const hsts = (appUrl?: string) => headersAt(appUrl).get('strict-transport-security');
  expect(hsts('https://vigil.example')).toBe('max-age=63072000; includeSubDomains');
  expect(hsts('http://localhost:3000')).toBeUndefined();
  expect(hsts(undefined)).toBeUndefined();
});

test('no other site loads what is ours into its pages', () => {
  expect(headersAt('http://localhost:3000').get('cross-origin-resource-policy')).toBe('same-origin');
});
