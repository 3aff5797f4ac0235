import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../chaos/waiting.ts';
import { cutOff, reconnect } from './network.ts';
import type { Cluster, Node } from './start-cluster.ts';
import { pollerAddress } from './watch.ts';

// What happens to the machines of a cluster, one thing after the other.

export type Fault = {
  readonly atMs: number;
  readonly what: string;
  readonly strike: (cluster: Cluster) => Promise<void>;
};

const PAUSE_MS = 30_000;
const CUT_MS = 20_000;
const FOUND_WITHIN_MS = 30_000;

const app =
  (number: number) =>
  ({ apps }: Cluster) =>
    Promise.resolve(apps[(number - 1) % apps.length]);

/** The worker that polls: it is the one that others wait for. */
async function poller(cluster: Cluster): Promise<Node | undefined> {
  let address: string | null = null;
  await until(async () => {
    address = await pollerAddress(cluster);
    return address !== null;
  }, FOUND_WITHIN_MS);
  return cluster.workers.find(({ machine }) => machine.address === address);
}

type Find = (cluster: Cluster) => Promise<Node | undefined>;

const killed = (find: Find) => (cluster: Cluster) => signal(cluster, find, 'SIGKILL');

const paused = (find: Find) => async (cluster: Cluster) => {
  const pid = await signal(cluster, find, 'SIGSTOP');
  await sleep(PAUSE_MS);
  process.kill(pid, 'SIGCONT');
};

const cut = (find: Find) => async (cluster: Cluster) => {
  const node = await found(cluster, find);
  cutOff(node.machine);
  await sleep(CUT_MS);
  reconnect(node.machine);
};

async function found(cluster: Cluster, find: Find): Promise<Node> {
  const node = await find(cluster);
  if (!node) throw new Error('there was no such machine to strike');
  return node;
}

async function signal(cluster: Cluster, find: Find, name: NodeJS.Signals): Promise<number> {
  const { machine, service } = await found(cluster, find);
  const pid = service.pid();
  if (pid === undefined) throw new Error(`${machine.name} does not run`);
  process.kill(pid, name);
  return pid;
}

/** In an order that lets each be over before what it would hide. */
export const FAULTS: readonly Fault[] = [
  { atMs: 4_000, what: 'an app killed', strike: async (cluster) => void (await killed(app(1))(cluster)) },
  { atMs: 10_000, what: 'another paused for 30 s', strike: paused(app(2)) },
  {
    atMs: 14_000,
    what: 'the worker that polls killed',
    strike: async (cluster) => void (await killed(poller)(cluster)),
  },
  { atMs: 45_000, what: 'an app cut off for 20 s', strike: cut(app(3)) },
  { atMs: 50_000, what: 'the worker that polls paused for 30 s', strike: paused(poller) },
  {
    atMs: 90_000,
    what: 'the database restarted',
    strike: async ({ database }) => void process.kill(database.pid() ?? 0, 'SIGINT'),
  },
  { atMs: 100_000, what: 'the worker that polls cut off for 20 s', strike: cut(poller) },
];

export async function strikeAll(cluster: Cluster): Promise<void> {
  const startedAt = performance.now();
  await Promise.all(
    FAULTS.map(async ({ atMs, strike }) => {
      await sleep(Math.max(0, startedAt + atMs - performance.now()));
      await strike(cluster);
    }),
  );
}
