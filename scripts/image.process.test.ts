import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test, vi } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';
import { testCollector } from '#lib/testing/test-collector.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { strangeInTree } from './image/contents.ts';
import { broken, missingAssets, routesOf } from './image/probe.ts';
import { APP_ENTRIES, SERVER_ENTRIES } from './image/trace.ts';
import { writeTree } from './image/tree.ts';
import { freePort } from './testing/running-stack.ts';

// What an image holds, started from a folder of its own, far from the sources and their packages.

const NOBODY = { uid: 65_534, gid: 65_534 };
const user = process.getuid?.() === 0 ? NOBODY : null;
const SERVER = '--conditions=react-server';

async function settings(folder: string, collector: string) {
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  if (user) chownSync(dataDir, user.uid, user.gid);
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production' as const,
    DATABASE_URL: (await testDatabase()).url,
    VIGIL_DATA_DIR: dataDir,
    PORT: `${await freePort()}`,
    SECRET_KEY: 'a secret of more than thirty-two bytes',
    AURA_BASE_URL: 'http://127.0.0.1:1/v2',
    AURA_CLIENT_ID: 'client',
    AURA_CLIENT_SECRET: 'secret',
    SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
  };
}

type Env = Awaited<ReturnType<typeof settings>>;

function run(tree: string, args: readonly string[], env: Env) {
  const child = spawn(process.execPath, args, { ...user, cwd: tree, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(() => child.exitCode);
  cleanUp(() => {
    child.kill('SIGTERM');
    return ended.then(() => undefined);
  });
  return { child, ended, output: () => output };
}

test('the files of an image suffice: each route, the worker and the tools load from them alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-image-'));
  cleanUp(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  const tree = join(folder, 'tree');
  await writeTree(resolve('.'), tree);
  const collector = await testCollector();
  const env = await settings(folder, collector.endpoint);

  expect(strangeInTree(resolve('.'), tree)).toEqual([]);
  for (const entry of [...APP_ENTRIES, ...SERVER_ENTRIES])
    expect(existsSync(join(tree, entry)), entry).toBe(true);

  const app = run(tree, ['scripts/app.ts'], env);
  const worker = run(tree, [SERVER, 'scripts/worker.ts'], env);
  const url = `http://127.0.0.1:${env.PORT}`;
  await vi.waitFor(
    async () => expect((await fetch(`${url}/api/health/ready`)).status, app.output()).toBe(200),
    { timeout: patience(30_000), interval: 100 },
  );
  await vi.waitFor(() => expect(worker.output()).toContain('worker ready'), patience(30_000));
  expect(await broken(url, routesOf(tree)), app.output()).toEqual([]);
  expect(await missingAssets(url, '/')).toEqual([]);
  expect(await run(tree, ['scripts/image-health.ts'], env).ended).toBe(0);
  const canary = run(tree, [SERVER, 'scripts/canary.ts', '--url', url], env);
  expect(await canary.ended, canary.output()).toBe(0);

  for (const { child, ended, output } of [app, worker]) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output()).not.toMatch(/ERR_MODULE_NOT_FOUND|Cannot find module/);
    // Loaded by neither unless it is asked for.
    expect(output()).toContain('traces are sent to the collector');
  }
  expect(collector.spans()).toContainEqual(expect.objectContaining({ service: 'vigil-app', name: 'GET /' }));
});
