import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { openSecrets } from '../supervisor/secrets.ts';
import { descendants } from '../testing/process-tree.ts';
import { freePort, launchStack, READY, type RunningStack } from '../testing/running-stack.ts';

/** Processes to kill, by command line. */
const VICTIMS = {
  app: /server\.ts start/,
  worker: /worker\/main\.ts/,
  database: /\/postgres -D/,
  supervisor: /scripts\/start\.ts/,
} as const;

export type Victim = keyof typeof VICTIMS;

export type ChaosStack = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly aura: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
  readonly admin: { readonly email: string; readonly password: string };
  readonly control: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** Current process id; undefined during a restart. */
  readonly pidOf: (victim: Victim) => number | undefined;
  readonly isUp: (victim: Victim) => Promise<boolean>;
  readonly databasePids: () => number[];
  /** Presses in the journal, waiting for the database. */
  readonly journalled: () => string[];
  readonly stop: () => Promise<void>;
  /** Stops the product and starts it with other settings, on the same data, address and sandbox. */
  readonly again: (settings: Settings) => Promise<ChaosStack>;
};

type Settings = Readonly<Record<string, string>>;

/** What devices and judges need of a stack; other stacks have it, too. */
export type Reached = Pick<ChaosStack, 'url' | 'databaseUrl' | 'aura' | 'control' | 'journalled'>;

/**
 * The product as in production: the build, a database of its own, and the sandbox as AURA via
 * `AURA_BASE_URL`, in memory, so that its disk is not measured.
 */
export async function startChaosStack(
  name: string,
  secretKey: string,
  settings: Settings = {},
): Promise<ChaosStack> {
  const dir = mkdtempSync(join(tmpdir(), `vigil-chaos-${name}-`));
  // The embedded database runs as another user when we are root.
  chmodSync(dir, 0o755);
  const dataDir = join(dir, 'data');
  const aura = { clientId: 'chaos', clientSecret: randomBytes(24).toString('base64url') };
  const sandbox = await startSandbox(aura);
  const admin = { email: 'chaos@vigil.test', password: randomBytes(12).toString('base64url') };
  const env = {
    PORT: `${await freePort()}`,
    AURA_BASE_URL: `${sandbox.url}/panic-api/v2`,
    AURA_CLIENT_ID: aura.clientId,
    AURA_CLIENT_SECRET: aura.clientSecret,
    SECRET_KEY: secretKey,
    SMS_WEBHOOK_URL: `${sandbox.url}/sms`,
    TRACKING_HOSTS: new URL(sandbox.url).host,
    ADMIN_EMAIL: admin.email,
    ADMIN_PASSWORD: admin.password,
    ADMIN_SECOND_FACTOR: 'optional',
    ...settings,
  };
  const outputs: (() => string)[] = [];
  let running: RunningStack | null = null;
  const stop = async () => {
    await running?.interrupt();
    writeFileSync(resolve('test-results', `chaos-${name}.log`), outputs.map((said) => said()).join('\n'));
    sandbox.child.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  };
  const start = async (others: Settings): Promise<ChaosStack> => {
    running = await launchStack({ root: resolve('.'), dataDir, env: { ...env, ...others } });
    outputs.push(running.output);
    await running.says(READY);
    const again = async (changed: Settings) => {
      await running?.interrupt();
      return start(changed);
    };
    const given = { aura: { url: sandbox.url, ...aura }, admin, stop, again };
    return { ...surfaces(running, sandbox.url, dataDir), ...given };
  };
  try {
    return await start({});
  } catch (error) {
    await stop();
    throw error;
  }
}

function surfaces(stack: RunningStack, sandboxUrl: string, dataDir: string) {
  const processes = () => (stack.child.pid === undefined ? [] : descendants(stack.child.pid));
  const find = (victim: Victim) => processes().find(({ command }) => VICTIMS[victim].test(command));
  const pidOf = (victim: Victim) => find(victim)?.pid;
  const databasePids = () => {
    const postmaster = pidOf('database');
    return postmaster === undefined ? [] : [postmaster, ...descendants(postmaster).map(({ pid }) => pid)];
  };
  const port = find('database')?.command.match(/port=(\d+)/)?.[1];
  const password = openSecrets(dataDir).databasePassword;
  const databaseUrl = `postgres://vigil:${password}@127.0.0.1:${port}/vigil`;
  const isUp = async (victim: Victim): Promise<boolean> => {
    if (victim === 'app') return answers(stack.url);
    return victim === 'database' ? accepts(databaseUrl) : pidOf(victim) !== undefined;
  };
  return {
    url: stack.url,
    databaseUrl,
    isUp,
    control: (method: string, path: string, body?: unknown) => askSandbox(sandboxUrl, method, path, body),
    pidOf,
    databasePids,
    journalled: () => listJournal(join(dataDir, 'journal')),
  };
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(`${url}/api/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
}

async function accepts(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  await client.end();
  return true;
}

export async function startSandbox(aura: { clientId: string; clientSecret: string }) {
  const port = await freePort();
  const child: ChildProcess = spawn(process.execPath, ['sandbox/main.ts'], {
    env: {
      NODE_ENV: 'test',
      SANDBOX_PORT: `${port}`,
      AURA_CLIENT_ID: aura.clientId,
      AURA_CLIENT_SECRET: aura.clientSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout) await once(child.stdout, 'data');
  return { url: `http://127.0.0.1:${port}`, child };
}

export async function askSandbox(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(`${url}/sandbox/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`the sandbox answered ${method} ${path} with ${response.status}`);
  return response.json();
}

const JOURNALLED = '.press';

export function listJournal(folder: string): string[] {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith(JOURNALLED));
    return files.map((file) => file.slice(0, -JOURNALLED.length));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
