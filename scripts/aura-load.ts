// node scripts/aura-load.ts [seconds]
// 200 calls a second through the client against a sandbox process of its own, 5 % of them faulty, while as many
// bare fetches ask the same thing: latencies are only worth comparing within one run.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAuraClient } from '#lib/aura/client.ts';
import { AuraError } from '#lib/aura/error.ts';

const seconds = Number(process.argv[2] ?? 30);
const port = Number(process.env.SANDBOX_PORT ?? 4149);
const callsPerSecond = 200;
const faultShare = 0.05;
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

/** Waits for its first line, which says that it is ready. */
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

/** Starts a call every few milliseconds, whether the earlier ones have ended or not. */
async function atRate(duration: number, call: () => Promise<void>, everySecond: () => void): Promise<void> {
  const running: Promise<void>[] = [];
  const startedAt = performance.now();
  const total = duration * callsPerSecond;
  for (let made = 0; made < total; made += 1) {
    const dueIn = startedAt + (made * 1_000) / callsPerSecond - performance.now();
    if (dueIn > 0) await sleep(dueIn);
    running.push(call());
    if (made % callsPerSecond === 0) everySecond();
  }
  await Promise.all(running);
}

const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

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
  for (let warming = 0; warming < 400; warming += 1) await Promise.all([bare(), ours()]);

  // Without faults first, so that the two sides do the same work; then with them, which only the client survives.
  const plain = { ours: sample(), bare: sample() };
  let turn = 0;
  const alternating = () => (turn++ % 2 === 0 ? timed(plain.ours, ours) : timed(plain.bare, bare));
  await atRate(seconds / 2, alternating, () => undefined);

  const faulty = sample();
  for (const effect of ['status', 'reset_before', 'reset_after', 'truncated_body', 'latency']) {
    await post('/sandbox/faults', {
      operation: 'listResponseTypes',
      effect,
      share: faultShare / 5,
      latencyMs: 200,
    });
  }
  const heap: number[] = [];
  await atRate(
    seconds,
    () => timed(faulty, ours),
    () => heap.push(megabytes()),
  );
  report(plain, faulty, heap);
}

function report(plain: { ours: Sample; bare: Sample }, faulty: Sample, heap: readonly number[]): void {
  const line = (name: string, one: Sample) =>
    console.log(
      `${name.padEnd(24)} ${one.latencies.length} answered, p50 ${percentile(one, 0.5).toFixed(2)} ms, p99 ${percentile(one, 0.99).toFixed(2)} ms, failed ${JSON.stringify(Object.fromEntries(one.failures))}`,
    );
  line('bare fetch, no faults', plain.bare);
  line('client, no faults', plain.ours);
  line('client, 5 % faults', faulty);
  const ratio = (one: Sample, share: number) =>
    (percentile(one, share) / percentile(plain.bare, share)).toFixed(2);
  console.log(
    `client to bare fetch     p50 ${ratio(plain.ours, 0.5)}, p99 ${ratio(plain.ours, 0.99)} (no faults)`,
  );
  console.log(`client to bare fetch     p50 ${ratio(faulty, 0.5)}, p99 ${ratio(faulty, 0.99)} (5 % faults)`);
  const third = Math.floor(heap.length / 3);
  const mean = (part: readonly number[]) => part.reduce((sum, value) => sum + value, 0) / part.length;
  console.log(
    `heap, first and last third  ${mean(heap.slice(0, third)).toFixed(1)} and ${mean(heap.slice(-third)).toFixed(1)} MB`,
  );
  console.log(`unhandled rejections     ${unhandled}`);
}

try {
  await run();
} finally {
  sandbox.kill('SIGTERM');
}
