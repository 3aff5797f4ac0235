import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRequest, trustedProxies } from '#lib/platform/mark-request.ts';

const SOCKET = '192.0.2.1';

function mark(
  headers: IncomingHttpHeaders,
  hops = 0,
  { remoteAddress = SOCKET, proxies }: { remoteAddress?: string; proxies?: string[] } = {},
) {
  const answered = new Map<string, unknown>();
  const response = { setHeader: (name: string, value: unknown) => answered.set(name, value) };
  // safe: only `setHeader` is called, and what it gives back is not used
  markRequest({ headers, socket: { remoteAddress } }, response as never, trustedProxies(hops, proxies));
  return { headers, answered };
}

test('each request has an id of its own, which its answer names', () => {
  const [one, other] = [mark({}), mark({})];
  expect(one.headers['x-vigil-request']).toMatch(/^[0-9a-f-]{36}$/);
  expect(one.answered.get('x-request-id')).toBe(one.headers['x-vigil-request']);
  expect(one.headers['x-vigil-request']).not.toBe(other.headers['x-vigil-request']);
});

test('a client’s own headers of these names are replaced', () => {
  const forged = {
    'x-vigil-request': 'mine',
    'x-vigil-address': '203.0.113.9',
    'x-forwarded-for': '203.0.113.9',
  };
  const { headers } = mark(forged);
  expect(headers['x-vigil-address']).toBe(SOCKET);
  expect(headers['x-vigil-request']).not.toBe('mine');
});

test('behind proxies of ours the address is the one that the outermost of them saw, whatever stood before it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.ipV4()),
      fc.ipV4(),
      fc.array(fc.ipV4(), { maxLength: 4 }),
      (claimed, seen, own) => {
        const forwarded = [...claimed, seen, ...own].join(', ');
        const { headers } = mark({ 'x-forwarded-for': forwarded }, own.length + 1);
        expect(headers['x-vigil-address']).toBe(seen);
      },
    ),
  );
});

test('without a proxy header the socket’s address counts; without a socket none', () => {
  expect(mark({}, 2).headers['x-vigil-address']).toBe(SOCKET);
  expect(mark({ 'x-forwarded-for': ' , ' }, 1).headers['x-vigil-address']).toBe(SOCKET);
  expect(mark({ 'x-forwarded-for': '203.0.113.9' }, 2).headers['x-vigil-address']).toBe(SOCKET);
});

const OURS = ['10.0.0.0/8', 'fd00::/8', '192.0.2.7'];

test('by addresses, what anybody but a proxy of ours says counts for nothing', () => {
  const forged = () => ({ 'x-forwarded-for': '203.0.113.9' });
  for (const hops of [0, 1]) {
    expect(mark(forged(), hops, { proxies: OURS }).headers['x-vigil-address']).toBe(SOCKET);
  }
});

test('by addresses, the client is the last one before those of ours, whatever it claims to come from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.ipV4()),
      fc.constantFrom('203.0.113.9', '2001:db8::9', '192.0.2.8'),
      fc.array(fc.constantFrom('10.1.2.3', 'fd00::7', '192.0.2.7', '::ffff:10.9.9.9'), { maxLength: 4 }),
      fc.constantFrom('10.1.2.3', '::ffff:10.1.2.3', 'fd12::1'),
      (claimed, seen, own, remoteAddress) => {
        const forwarded = [...claimed, seen, ...own].join(', ');
        const { headers } = mark({ 'x-forwarded-for': forwarded }, 0, { remoteAddress, proxies: OURS });
        expect(headers['x-vigil-address']).toBe(seen);
      },
    ),
  );
});

test('by addresses and a count, the count decides for a proxy of ours', () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9, 198.51.100.4, 198.51.100.5' };
  const { headers } = mark(forwarded, 2, { remoteAddress: '10.0.0.1', proxies: OURS });
  expect(headers['x-vigil-address']).toBe('198.51.100.4');
});

test('a call within our own network is named by its first address', () => {
  const at = { remoteAddress: '10.0.0.1', proxies: OURS };
  expect(mark({ 'x-forwarded-for': '10.0.0.9, 10.0.0.2' }, 0, at).headers['x-vigil-address']).toBe(
    '10.0.0.9',
  );
  expect(mark({}, 0, at).headers['x-vigil-address']).toBe('10.0.0.1');
});
