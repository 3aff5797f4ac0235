import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, startBench } from './bench.ts';

// Correct is enough: a busy machine may be slow.
vi.setConfig({ testTimeout: 60_000 });

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

test.each([
  ['ended by the clock of AURA', () => (bench.sandbox.world.clockOffsetMs += 3_600_000)],
  ['was revoked', () => (bench.sandbox.world.tokens = {})],
])('200 concurrent calls fetch one new token when the old one %s', async (_, end) => {
  bench.freshen();
  await bench.client.listResponseTypes({});
  end();
  const calls = Array.from({ length: 200 }, () => bench.client.listResponseTypes({}, { deadlineMs: 30_000 }));
  await expect(Promise.all(calls)).resolves.toHaveLength(200);
  expect(bench.sandbox.requests.counts().createToken).toBe(2);
});
