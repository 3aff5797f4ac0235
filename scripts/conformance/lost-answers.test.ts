import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience } from '#lib/testing/patience.ts';
import { type Bench, somewhere, startBench } from './bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench(() => 0);
});
afterAll(() => bench.close());

const runs = 1_000;

test(`a connection reset after the work was done leaves one callout, in ${runs} of ${runs} seeded runs`, {
  timeout: patience(300_000),
}, async () => {
  let resets = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    bench.freshen(seed);
    const customerId = await bench.customer();
    bench.sandbox.world.faults = [
      {
        operation: 'createCallout',
        effect: 'reset_after',
        share: 0.5,
        latencyMs: 0,
        status: 503,
        seen: 0,
        hits: 0,
      },
    ];
    const made = await bench.client
      .createCallout({ customerId, location: somewhere, responseTypeId: 1 }, { deadlineMs: 30_000 })
      .then(
        ({ calloutId }) => calloutId,
        (error: unknown) => error,
      );
    const ids = Object.values(bench.sandbox.world.callouts).map(({ id }) => id);
    expect(ids, `seed ${seed}`).toHaveLength(1);
    // Eight resets in a row end the call without an answer; the callout is there all the same, once.
    if (bench.sandbox.world.faults[0]?.hits !== 8) expect(made, `seed ${seed}`).toBe(ids[0]);
    resets += bench.sandbox.world.faults[0]?.hits ?? 0;
  }
  expect(resets).toBeGreaterThan(runs / 2);
});
