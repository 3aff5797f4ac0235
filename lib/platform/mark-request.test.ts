import type { IncomingHttpHeaders } from 'node:http';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markRequest } from '#lib/platform/mark-request.ts';

const SOCKET = '192.0.2.1';

function mark(headers: IncomingHttpHeaders, hops = 0, remoteAddress: string | undefined = SOCKET) {
  const answered = new Map<string, unknown>();
  const response = { setHeader: (name: string, value: unknown) => answered.set(name, value) };
  // safe: only `setHeader` is called, and what it gives back is not used
  markRequest({ headers, socket: { remoteAddress } }, response as never, hops);
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
