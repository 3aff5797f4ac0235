import { percentile } from '../chaos/report.ts';
import type { Target } from './targets.ts';

const WARM_UP = 15;
const ROUNDS = 4;
const SINGLY = 25;
const TOGETHER = 40;
const BARES = 8;
export const AT_ONCE = 4;
const BARE = '/api/health/live';

export type Get = (path: string) => Promise<Response>;
export type Measured = {
  readonly target: Target;
  readonly singly: number[];
  readonly together: number[];
  /** CPU time of app and database per response. */
  cpuMs: number;
};

/**
 * Server time per target in ms, first byte sent to last byte received, minus the baseline of an empty
 * response. Interleaved in rounds, so that noise affects all targets alike.
 */
export async function measureTargets(
  get: Get,
  targets: readonly Target[],
  cpuMs: () => number,
  beforeRound: (words: string) => Promise<void>,
): Promise<Measured[]> {
  const measured = targets.map((target) => ({
    target,
    singly: [] as number[],
    together: [] as number[],
    cpuMs: 0,
  }));
  for (const { path } of targets) for (let n = 0; n < WARM_UP; n += 1) await took(get, path);
  for (let round = 0; round < ROUNDS; round += 1) {
    await beforeRound(`round ${round + 1} of ${ROUNDS}`);
    for (const each of measured) {
      const { path } = each.target;
      const bare = await bareMs(get, 1);
      const before = cpuMs();
      each.singly.push(...(await times(get, path, SINGLY, 1)).map(less(bare)));
      each.cpuMs += (cpuMs() - before) / SINGLY / ROUNDS;
      const bareTogether = await bareMs(get, AT_ONCE);
      each.together.push(...(await times(get, path, TOGETHER, AT_ONCE)).map(less(bareTogether)));
    }
  }
  return measured;
}

async function bareMs(get: Get, atOnce: number): Promise<number> {
  return percentile(await times(get, BARE, BARES * atOnce, atOnce), 0.5);
}

const less = (bare: number) => (ms: number) => Math.max(0, ms - bare);

async function times(get: Get, path: string, count: number, atOnce: number): Promise<number[]> {
  const found: number[] = [];
  let left = count;
  const askUntilEnough = async () => {
    while (left > 0) {
      left -= 1;
      found.push(await took(get, path));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, askUntilEnough));
  return found;
}

async function took(get: Get, path: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await get(path);
  await answer.arrayBuffer();
  return performance.now() - startedAt;
}
