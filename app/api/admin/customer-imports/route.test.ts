import { beforeEach, expect, test, vi } from 'vitest';
import { type Actor, operatorActor } from '#lib/identity/actor.ts';
import { POST } from './route.ts';

// Nothing listens where the settings of a test run point to: whoever got past the door would meet a defect.

let actor: Actor = operatorActor('admin', 'operator-1', 'Ada');
vi.mock('#lib/identity/session.ts', () => ({ operatorFrom: async () => actor }));

const CHUNK = 64 * 1024;
const HUNDRED_MB = 100_000_000;
const NO_PARAMS = { params: Promise.resolve({}) };
let read = 0;

beforeEach(() => {
  actor = operatorActor('admin', 'operator-1', 'Ada');
  read = 0;
});

/** A body of 100 MB that is made as it is read. */
function upload(headers: Record<string, string> = {}): Request {
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (read >= HUNDRED_MB) return controller.close();
        read += CHUNK;
        controller.enqueue(new Uint8Array(CHUNK).fill(97));
      },
    },
    { highWaterMark: 0 },
  );
  const request = {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/csv', ...headers },
    duplex: 'half',
  };
  return new Request('http://localhost:3000/api/admin/customer-imports?fileName=a.csv', request);
}

test('a file of 100 MB that says how long it is, is refused unread', async () => {
  const response = await POST(upload({ 'content-length': `${HUNDRED_MB}` }), NO_PARAMS);
  expect(response.status).toBe(413);
  expect(response.headers.get('connection')).toBe('close');
  expect(read).toBe(0);
});

test('one that does not say it is read no further than may be taken', async () => {
  const response = await POST(upload(), NO_PARAMS);
  expect(response.status).toBe(413);
  expect(read).toBeLessThanOrEqual(10_000_000 + 2 * CHUNK);
});

test.each(['viewer', 'operator'] as const)('of a %s nothing is read', async (role) => {
  actor = operatorActor(role, 'operator-2', 'Bo');
  expect((await POST(upload(), NO_PARAMS)).status).toBe(403);
  expect(read).toBe(0);
});

test('nor of another site', async () => {
  expect((await POST(upload({ origin: 'https://evil.test' }), NO_PARAMS)).status).toBe(403);
  expect(read).toBe(0);
});
