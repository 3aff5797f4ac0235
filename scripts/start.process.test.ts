import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patience } from '#lib/testing/patience.ts';
import { isAlive } from './supervisor/postmaster-pid.ts';
import { descendants } from './testing/process-tree.ts';
import {
  freePort,
  launchStack,
  READY,
  type RunningStack,
  type StackSettings,
} from './testing/running-stack.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const STOP_LIMIT_MS = patience(5_000);

const root = resolve('.');
const users =
  process.getuid?.() === 0 ? { root: undefined, 'a plain user': NOBODY } : { 'a plain user': undefined };

let dataDir: string;
let started: RunningStack[];

beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'vigil-start-')), 'data');
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((stack) => stack.interrupt()));
  rmSync(join(dataDir, '..'), { recursive: true });
});

async function launch(settings: Partial<StackSettings> = {}): Promise<RunningStack> {
  const parent = join(dataDir, '..');
  chmodSync(parent, 0o755);
  if (settings.user) chownSync(parent, settings.user.uid, settings.user.gid);
  const stack = await launchStack({ root, dataDir, ...settings });
  started.push(stack);
  return stack;
}

function doctorOf({ url, sandboxUrl }: RunningStack): string {
  const { PATH, HOME } = process.env;
  const ports = { PORT: new URL(url).port, SANDBOX_PORT: new URL(sandboxUrl).port };
  const { stdout } = spawnSync(process.execPath, ['--conditions=react-server', 'scripts/doctor.ts'], {
    env: { PATH, HOME, NODE_ENV: 'production', VIGIL_DATA_DIR: dataDir, ...ports },
    encoding: 'utf8',
  });
  return stdout;
}

function processesOf({ child }: RunningStack): ReturnType<typeof descendants> {
  return child.pid === undefined ? [] : descendants(child.pid);
}

async function expectNoneLeft(pids: readonly number[]): Promise<void> {
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: STOP_LIMIT_MS });
}

describe.each(Object.entries(users))('as %s', (_name, user) => {
  const as = user ? { user } : {};

  test('starts, answers, says how to sign in, and Ctrl-C leaves nothing', async () => {
    const stack = await launch(as);
    await stack.says(READY);
    const page = await fetch(stack.url);
    expect(page.status).toBe(200);
    await stack.says(/Operator\s+admin@vigil\.test\s+\S{12,}/);
    // It finds the stack by its data directory, database and all.
    expect(doctorOf(stack)).toMatch(/ok +Authenticate[\s\S]*ok +Database[\s\S]*migrations/);
    const pids = processesOf(stack).map(({ pid }) => pid);
    expect(pids.length).toBeGreaterThanOrEqual(5);

    const askedAt = performance.now();
    expect(await stack.interrupt()).toBe(0);
    expect(performance.now() - askedAt).toBeLessThan(STOP_LIMIT_MS);
    await expectNoneLeft(pids);
  });

  test('a killed supervisor leaves no service behind, and the next start takes over without a build', async () => {
    const first = await launch(as);
    await first.says(READY);
    const services = processesOf(first).filter(({ command }) => command.includes('leash'));
    const supervisor = processesOf(first).find(({ command }) => command.includes('start.ts'));
    process.kill(supervisor?.pid ?? Number.NaN, 'SIGKILL');
    await first.ended;
    await expectNoneLeft(services.map(({ pid }) => pid));

    const second = await launch(as);
    await second.says(READY);
    expect(second.output()).toContain('was still running');
    expect(second.output()).not.toContain('building the app');
  });
});

test('each part that dies is started again', async () => {
  const stack = await launch();
  await stack.says(READY);
  for (const part of [
    /worker\/main\.ts/,
    /sandbox\/main\.ts/,
    /\bserver\.ts|^next-server/,
    /bin\/postgres -D/,
  ]) {
    const find = () => processesOf(stack).find(({ command }) => part.test(command))?.pid;
    const before = find() ?? Number.NaN;
    process.kill(before, 'SIGKILL');
    await vi.waitFor(() => expect([undefined, before]).not.toContain(find()), { timeout: patience(20_000) });
  }
  expect(stack.output().match(/exited unexpectedly \(by SIGKILL\); restarting/g)).toHaveLength(4);
  const health = async () => (await fetch(`${stack.url}/api/health/ready`)).status;
  await vi.waitFor(async () => expect(await health()).toBe(200), { timeout: patience(20_000) });
});

describe('refuses with one clear line', () => {
  test('a taken port', async () => {
    const port = await freePort();
    const holder = createServer().listen(port);
    await once(holder, 'listening');
    const stack = await launch({ env: { PORT: `${port}` } });
    expect(await stack.ended).toBe(1);
    expect(stack.output()).toMatch(new RegExp(`^PORT: port ${port} is taken.*set PORT`, 'm'));
    holder.close();
  });

  test('a data directory that cannot be written', async () => {
    const stack = await launch({ dataDir: '/dev/null/data' });
    expect(await stack.ended).toBe(1);
    expect(stack.output().trim()).toMatch(/^The data directory \/dev\/null\/data cannot be written .*$/);
  });

  test('a half-initialised database directory', async () => {
    mkdirSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    const stack = await launch();
    expect(await stack.ended).toBe(1);
    expect(stack.output().trim()).toMatch(
      /^The database directory .* is only half initialised: delete it.*$/,
    );
  });

  test('each bad value, by name', async () => {
    const stack = await launch({ env: { PORT: 'many', TRACKING_MODE: 'sideways' } });
    expect(await stack.ended).toBe(1);
    expect(stack.output()).toMatch(/^PORT: .*\nTRACKING_MODE: .*\n$/);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('a second start on the same data', async () => {
    const first = await launch();
    await first.says(READY);
    const second = await launch();
    expect(await second.ended).toBe(1);
    expect(second.output().trim()).toMatch(/^Vigil is already running on .*$/);
  });
});
