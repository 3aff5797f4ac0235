// node scripts/aura-load.ts [seconds]
// 200 calls a second through the client against a sandbox process of its own, first without faults, then with 5 %
// of the calls faulty. Bare fetches ask the same thing meanwhile: latencies are only worth comparing within one run.
// With node --expose-gc the heap is measured after a collection.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAuraClient } from '#lib/aura/client.ts';
import { AuraError } from '#lib/aura/error.ts';

const seconds = Number(process.argv[2] ?? 30);
const port = Number(process.env.SANDBOX_PORT ?? 4149);
const callsPerSecond = 200;
const faultShare = 0.05;
const bareEvery = 4;
const credentials = { clientId: 'load', clientSecret: 'load-secret' };
const origin = `http://127.0.0.1:${port}`;
const baseUrl = `${origin}/panic-api/v2`;

let unhandled = 0;
process.on('unhandledRejection', () => {
  unhandled += 1;
});

const sandbox = spawn(process.execPath, ['sandbox/main.ts'], {
  env: {
    NODE_ENV: 'test',
    SANDBOX_PORT: `${port}`,
    AURA_CLIENT_ID: 'load',
    AURA_CLIENT_SECRET: 'load-secret',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** Waits for the first line of output. */
async function ready(child: ChildProcess): Promise<void> {
  if (child.stdout) await once(child.stdout, 'data');
}

async function post(path: string, body: unknown): Promise<void> {
  const response = await fetch(`${origin}${path}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
}

type Sample = { latencies: number[]; failures: Map<string, number> };
const sample = (): Sample => ({ latencies: [], failures: new Map() });

async function timed(into: Sample, call: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  try {
    await call();
    into.latencies.push(performance.now() - startedAt);
  } catch (error) {
    const kind = error instanceof AuraError ? error.kind : 'bare';
    into.failures.set(kind, (into.failures.get(kind) ?? 0) + 1);
  }
}

function percentile({ latencies }: Sample, share: number): number {
  const sorted = latencies.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Open loop: starts calls at a fixed rate, however long they take. */
async function atRate(call: (made: number) => Promise<void>, everyFewSeconds: () => void): Promise<void> {
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let made = 0; made < seconds * callsPerSecond; made += 1) {
    const dueIn = startedAt + (made * 1_000) / callsPerSecond - performance.now();
    if (dueIn > 0) await sleep(dueIn);
    running.push(call(made));
    if (made % (2 * callsPerSecond) === 0) everyFewSeconds();
  }
  await Promise.all(running);
}

function megabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

async function run(): Promise<void> {
  await ready(sandbox);
  const client = createAuraClient({ baseUrl, ...credentials });
  const { accessToken } = await client.createToken(credentials);
  const bare = async () => {
    const headers = { authorization: `Bearer ${accessToken}`, accept: 'application/json' };
    const response = await fetch(`${baseUrl}/responseTypes`, { headers });
    if (!response.ok) throw new Error(`status ${response.status}`);
    await response.json();
  };
  const ours = () => client.listResponseTypes({}, { deadlineMs: 4_000 });
  const calling = (into: Comparison) => async (made: number) => {
    const alongside = made % bareEvery === 0 ? timed(into.bare, bare) : undefined;
    await Promise.all([timed(into.ours, ours), alongside]);
  };
  for (let warming = 0; warming < 400; warming += 1) await Promise.all([bare(), ours()]);

  const plain = { bare: sample(), ours: sample() };
  await atRate(calling(plain), () => undefined);
  for (const effect of ['status', 'reset_before', 'reset_after', 'truncated_body', 'latency']) {
    await post('/sandbox/faults', {
      operation: 'listResponseTypes',
      effect,
      share: faultShare / 5,
      latencyMs: 200,
    });
  }
  const faulty = { bare: sample(), ours: sample() };
  const heap: number[] = [];
  await atRate(calling(faulty), () => heap.push(megabytes()));

  compare('without faults', plain);
  compare('with 5 % faults', faulty);
  const third = Math.ceil(heap.length / 3);
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  const [early, late] = [mean(heap.slice(0, third)), mean(heap.slice(-third))];
  console.log(`heap: ${early.toFixed(1)} MB in the first third, ${late.toFixed(1)} MB in the last`);
  console.log(`unhandled rejections: ${unhandled}`);
}

type Comparison = { bare: Sample; ours: Sample };

function compare(when: string, { bare, ours }: Comparison): void {
  const side = (one: Sample) => {
    const failed = JSON.stringify(Object.fromEntries(one.failures));
    const [p50, p99] = [percentile(one, 0.5), percentile(one, 0.99)];
    return `p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms, ${one.latencies.length} answered, failed ${failed}`;
  };
  const ratio = (share: number) => (percentile(ours, share) / percentile(bare, share)).toFixed(2);
  console.log(`${when}\n  bare fetch  ${side(bare)}\n  client      ${side(ours)}`);
  console.log(`  ratio       p50 ${ratio(0.5)}, p99 ${ratio(0.99)}`);
}

try {
  await run();
} finally {
  sandbox.kill('SIGTERM');
}
