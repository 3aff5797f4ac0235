import { beforeEach, expect, test, vi } from 'vitest';
import { type Actor, operatorActor } from '#lib/identity/actor.ts';
import { POST } from './route.ts';

// Nothing listens where the settings of a test run point to: an allowed request fails there.

let actor: Actor = operatorActor('admin', 'operator-1', 'Ada');
vi.mock('#lib/identity/session.ts', () => ({ operatorFrom: async () => actor }));

const CHUNK = 64 * 1024;
const HUNDRED_MB = 100_000_000;
const NO_PARAMS = { params: Promise.resolve({}) };

beforeEach(() => {
  actor = operatorActor('admin', 'operator-1', 'Ada');
});

/** A body of 100 MB that is made as it is read, and how much of it was when it was answered. */
async function upload(headers: Record<string, string> = {}) {
  let read = 0;
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
  const address = 'http://localhost:3000/api/admin/customer-imports?fileName=a.csv';
  const response = await POST(new Request(address, request), NO_PARAMS);
  // What follows a refusal is read and dropped beside the answer, so that its sender sees it.
  return { status: response.status, read };
}

test('a file of 100 MB that says how long it is, is refused unread', async () => {
  const { status, read } = await upload({ 'content-length': `${HUNDRED_MB}` });
  expect(status).toBe(413);
  expect(read).toBeLessThanOrEqual(2 * CHUNK);
});

test('one that does not say it is read no further than may be taken', async () => {
  const { status, read } = await upload();
  expect(status).toBe(413);
  expect(read).toBeLessThanOrEqual(10_000_000 + 8 * CHUNK);
});

test.each(['viewer', 'operator'] as const)('of a %s nothing is read', async (role) => {
  actor = operatorActor(role, 'operator-2', 'Bo');
  expect(await upload()).toEqual({ status: 403, read: 0 });
});

test('nor of another site', async () => {
  expect(await upload({ origin: 'https://evil.test' })).toEqual({ status: 403, read: 0 });
});
