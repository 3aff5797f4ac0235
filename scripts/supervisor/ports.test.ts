import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstFreePort, isPortFree, requireFreePort } from './ports.ts';

let holder: Server;
let port: number;

beforeEach(async () => {
  holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const address = holder.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
});

afterEach(() => holder.close());

test('a port held on loopback is not free for all addresses either', async () => {
  expect(await isPortFree(port, '127.0.0.1')).toBe(false);
  expect(await isPortFree(port)).toBe(false);
});

test('a taken port is refused by number and variable', async () => {
  const refused = requireFreePort('SANDBOX_PORT', port, { host: '127.0.0.1', timeoutMs: 0 });
  await expect(refused).rejects.toThrow(new RegExp(`^SANDBOX_PORT: port ${port} is taken.*set SANDBOX_PORT`));
});

test('a port that becomes free in time is accepted', async () => {
  const waiting = requireFreePort('PORT', port, { timeoutMs: 10_000 });
  holder.close();
  await expect(waiting).resolves.toBeUndefined();
});

test('the search for a free port passes over taken ones', async () => {
  expect(await firstFreePort(port)).toBeGreaterThan(port);
});
