import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { expect, test, vi } from 'vitest';
import { cleanUp } from '#lib/testing/clean-up.ts';
import { patience } from '#lib/testing/patience.ts';
import { testDatabase } from '#lib/testing/test-database.ts';
import { freePort } from './testing/running-stack.ts';

// The parts of Vigil one by one, as a host starts them.

const NOBODY = { uid: 65_534, gid: 65_534 };
const user = process.getuid?.() === 0 ? NOBODY : null;
const { PATH, HOME } = process.env;

type Env = Readonly<Record<string, string>>;

function start(command: string, env: Env) {
  const child = spawn(process.execPath, [resolve('scripts/bootstrap.mjs'), command], {
    ...user,
    env: { PATH, HOME, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = once(child, 'close').then(() => child.exitCode);
  cleanUp(() => {
    child.kill('SIGTERM');
    return ended.then(() => undefined);
  });
  return { child, ended, output: () => output };
}

async function emptyDatabase(): Promise<string> {
  const { url } = await testDatabase();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    'drop schema if exists drizzle cascade; drop schema public cascade; create schema public',
  );
  await client.end();
  return url;
}

async function settings(databaseUrl: string, secretKey: string): Promise<Env & { PORT: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-parts-'));
  cleanUp(() => rmSync(folder, { recursive: true }));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  if (user) chownSync(dataDir, user.uid, user.gid);
  return {
    DATABASE_URL: databaseUrl,
    VIGIL_DATA_DIR: dataDir,
    PORT: `${await freePort()}`,
    SECRET_KEY: secretKey,
    // Nothing listens there: a press can be taken all the same.
    AURA_BASE_URL: 'http://127.0.0.1:1/v2',
    AURA_CLIENT_ID: 'client',
    AURA_CLIENT_SECRET: 'marked-client-secret',
    SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
  };
}

/** A monitor elsewhere; gives the calls that it got. */
async function monitor(): Promise<{ url: string; calls: string[] }> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanUp(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a numbered port');
  return { url: `http://127.0.0.1:${address.port}/alive`, calls };
}

test('one build runs with one secret key after the other, each part alone, as a user without rights', async () => {
  const database = await emptyDatabase();
  const { url, calls } = await monitor();
  for (const secretKey of [
    'a first marked-secret of thirty-two bytes',
    'a second marked-secret of 32 bytes',
  ]) {
    const env = await settings(database, secretKey);
    const migration = start('migrate', { DATABASE_URL: database });
    expect(await migration.ended, migration.output()).toBe(0);
    calls.length = 0;
    const parts = [start('app', env), start('worker', { ...env, HEARTBEAT_URL: url })];
    const status = async () => (await fetch(`http://127.0.0.1:${env.PORT}/api/health/ready`)).status;
    await vi.waitFor(async () => expect(await status()).toBe(200), {
      timeout: patience(30_000),
      interval: 200,
    });
    await vi.waitFor(() => expect(parts[1]?.output()).toContain('worker ready'), patience(30_000));
    // Although AURA is away: that is for the board and its escalation.
    await vi.waitFor(() => expect(calls).toContain('GET /alive'), patience(60_000));
    for (const { child, ended, output } of parts) {
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(output()).not.toMatch(/marked|building|Installing/);
    }
  }
});

test('an app that drains is not ready any more, goes on answering, and then ends', async () => {
  const env = await settings((await testDatabase()).url, 'a secret of more than thirty-two bytes');
  const app = start('app', { ...env, DRAIN_SECONDS: '4' });
  const ask = (path: string) => fetch(`http://127.0.0.1:${env.PORT}${path}`);
  const isUp = async () => expect((await ask('/api/health/ready')).status).toBe(200);
  await vi.waitFor(isUp, { timeout: patience(30_000), interval: 200 });
  app.child.kill('SIGTERM');
  await vi.waitFor(async () => expect((await ask('/api/health/ready')).status).toBe(503), patience(2_000));
  expect(await (await ask('/api/health/ready')).json()).toMatchObject({ reasons: ['This app is stopping.'] });
  const page = await ask('/');
  expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
  expect((await ask('/api/health/live')).status).toBe(200);
  expect(await app.ended).toBe(0);
});

test.each(['migrate', 'app', 'worker'])('%s without settings names each, and ends', async (command) => {
  const { ended, output } = start(command, {});
  expect(await ended).toBe(1);
  expect(output()).toMatch(/^(?:[A-Z_]+: must be set for npm run \w+; [^\n]+\n)+$/);
  expect(output()).toContain('DATABASE_URL: must be set');
});
