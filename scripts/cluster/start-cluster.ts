import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { askSandbox, listJournal, type Reached, startSandbox } from '../chaos/stack.ts';
import { until } from '../chaos/waiting.ts';
import { createFleet, type Fleet } from '../supervisor/fleet.ts';
import {
  DATABASE,
  databaseUrl,
  ensureDatabase,
  initialiseDatabase,
  launchPostgres,
  postgresReady,
} from '../supervisor/postgres.ts';
import { choosePostgresHome } from '../supervisor/postgres-home.ts';
import type { Service } from '../supervisor/service.ts';
import { freePort } from '../testing/running-stack.ts';
import { ALL, addMachine, closeNetwork, HERE, type Machine, openNetwork } from './network.ts';
import { createProxy, type ReverseProxy } from './proxy.ts';

// Apps and workers, each on a machine of its own as far as its network goes; proxy, database and sandbox on ours.

const APP_PORT = '3000';
const UP_WITHIN_MS = 90_000;
const LOGS = resolve('test-results');
const SERVER = '--conditions=react-server';
const INTERRUPTED = 130;
/** Two looks of the proxy on a busy machine, and its taking in what they saw. */
const DRAIN_SECONDS = 6;

export type Node = { readonly machine: Machine; readonly service: Service };

export type Cluster = Reached & {
  readonly apps: readonly Node[];
  readonly workers: readonly Node[];
  readonly database: Service;
  readonly proxy: ReverseProxy;
  readonly stop: () => Promise<void>;
};

export async function startCluster(plan: {
  apps: number;
  workers: number;
  secretKey: string;
}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-cluster-'));
  chmodSync(folder, 0o755);
  const log = join(LOGS, 'cluster.log');
  const fleet = createFleet((line) => appendFileSync(log, `${line}\n`));
  const following = new AbortController();
  const aura = { clientId: 'cluster', clientSecret: randomBytes(24).toString('base64url') };
  const sandbox = await startSandbox(aura);
  const stop = async () => {
    if (following.signal.aborted) return;
    following.abort();
    await fleet.stop();
    sandbox.child.kill('SIGKILL');
    closeNetwork();
    rmSync(folder, { recursive: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(INTERRUPTED)));
  try {
    closeNetwork();
    openNetwork();
    const ports = {
      proxy: await freePort(),
      aura: Number(new URL(sandbox.url).port),
      database: await freePort(),
    };
    const { database, password } = await startDatabase(folder, ports.database, fleet);
    const env = settings({ secretKey: plan.secretKey, password, ports, aura });
    await fleet.finish('preparing the database', {
      ...{ root: resolve('.'), args: [SERVER, 'scripts/migrate.ts'], env, nodeEnv: 'production' as const },
    });
    fleet.run(relay('here', null, `${HERE}:${ports.aura}`, `127.0.0.1:${ports.aura}`));
    const add = (name: string, host: number, args: readonly string[]): Node => {
      const machine = addMachine(name, host);
      fleet.run(relay(name, machine, `127.0.0.1:${ports.aura}`, `${HERE}:${ports.aura}`));
      const own = { ...env, VIGIL_DATA_DIR: join(folder, name) };
      return { machine, service: fleet.run(on(name, machine, args, own)) };
    };
    const apps = numbers(plan.apps).map((n) => add(`app-${n}`, 10 + n, ['scripts/app.ts']));
    const workers = numbers(plan.workers).map((n) =>
      add(`worker-${n}`, 30 + n, [SERVER, 'scripts/worker.ts']),
    );
    const machines = apps.map(({ machine }) => machine);
    const proxy = createProxy(join(folder, 'proxy'), ports.proxy, machines);
    fleet.run({ name: 'nginx', launch: proxy.launch, stopSignal: 'SIGTERM' });
    fleet.keepRunning();
    void proxy.follow(following.signal);
    const isUp = await until(async () => proxy.ready().size === apps.length, UP_WITHIN_MS);
    if (isUp === null) throw new Error(`not all apps became ready; see ${LOGS}/cluster-app-*.log`);
    return {
      url: `http://127.0.0.1:${ports.proxy}`,
      databaseUrl: databaseUrl(ports.database, password, DATABASE),
      aura: { url: sandbox.url, ...aura },
      control: (method, path, body) => askSandbox(sandbox.url, method, path, body),
      journalled: () => machines.flatMap(({ name }) => listJournal(join(folder, name, 'journal'))),
      ...{ apps, workers, database, proxy, stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

async function startDatabase(folder: string, port: number, fleet: Fleet) {
  const dataDir = join(folder, 'database');
  mkdirSync(dataDir, { mode: 0o755 });
  const password = randomBytes(12).toString('hex');
  const home = choosePostgresHome(resolve('.'), dataDir, () => undefined);
  initialiseDatabase(home, password);
  appendFileSync(join(home.dataDir, 'pg_hba.conf'), `host all all ${ALL} scram-sha-256\n`);
  const listen = [`listen_addresses=127.0.0.1,${HERE}`];
  const database = fleet.run({
    name: 'PostgreSQL',
    launch: () => launchPostgres(home, port, listen),
    stopSignal: 'SIGINT',
    hurrySignal: 'SIGQUIT',
  });
  await postgresReady(home, database);
  await ensureDatabase(port, password, DATABASE);
  return { database, password };
}

type Given = {
  secretKey: string;
  password: string;
  ports: { proxy: number; aura: number; database: number };
  aura: { clientId: string; clientSecret: string };
};

function settings({ secretKey, password, ports, aura }: Given): Record<string, string> {
  const sandbox = `http://127.0.0.1:${ports.aura}`;
  const { PATH = '', HOME = '' } = process.env;
  return {
    ...{ PATH, HOME, PORT: APP_PORT, HOST: '0.0.0.0', TRUSTED_PROXIES: HERE, SECRET_KEY: secretKey },
    APP_URL: `http://127.0.0.1:${ports.proxy}`,
    DATABASE_URL: databaseUrl(ports.database, password, DATABASE).replace('127.0.0.1', HERE),
    AURA_BASE_URL: `${sandbox}/panic-api/v2`,
    AURA_CLIENT_ID: aura.clientId,
    AURA_CLIENT_SECRET: aura.clientSecret,
    SMS_WEBHOOK_URL: `${sandbox}/sms`,
    TRACKING_HOSTS: new URL(sandbox).host,
    DRAIN_SECONDS: `${DRAIN_SECONDS}`,
  };
}

const relay = (name: string, machine: Machine | null, from: string, to: string) =>
  on(`relay-${name}`, machine, ['scripts/cluster/relay.ts', from, to], {});

/** A plan that runs our Node on a machine; on this one without it. */
function on(name: string, machine: Machine | null, args: readonly string[], env: Record<string, string>) {
  const leash = join('scripts', 'supervisor', 'leash.ts');
  const node = [process.execPath, '--import', `./${leash}`, ...args];
  const [command = '', ...rest] = machine ? ['ip', 'netns', 'exec', machine.namespace, ...node] : node;
  const launch = (): ChildProcess => {
    const log = openSync(join(LOGS, `cluster-${name}.log`), 'a');
    return spawn(command, rest, {
      env: { ...env, NODE_ENV: 'production' },
      detached: true,
      stdio: ['pipe', log, log],
    });
  };
  return { name, launch, stopSignal: 'SIGTERM' as const };
}
