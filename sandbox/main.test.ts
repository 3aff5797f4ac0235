import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Each of these starts processes.
vi.setConfig({ testTimeout: 60_000 });

let dir: string;
let port: number;
const started: ChildProcess[] = [];

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-sandbox-main-'));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  server.close();
  await once(server, 'close');
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(dir, { recursive: true });
});

function spawnSandbox(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['sandbox/main.ts'], {
    env: { NODE_ENV: 'test', SANDBOX_PORT: `${port}`, SANDBOX_DATA_FILE: join(dir, 'state.json'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function startedSandbox(): Promise<ChildProcess> {
  const child = spawnSandbox();
  const [line] = await once(child.stdout, 'data');
  expect(String(line)).toBe(`Sandbox (not AURA) ready on http://127.0.0.1:${port}\n`);
  return child;
}

const url = (path: string) => `http://127.0.0.1:${port}${path}`;
const sendSms = (body: string) =>
  fetch(url('/sms'), { method: 'POST', body: JSON.stringify({ to: '+27', body }) });

test('keeps its state through a kill -9, readable by its owner only', async () => {
  const first = await startedSandbox();
  expect((await sendSms('before the kill')).status).toBe(202);
  first.kill('SIGKILL');
  await once(first, 'exit');
  await startedSandbox();
  expect(await (await fetch(url('/sandbox/sms'))).json()).toMatchObject({
    messages: [{ body: 'before the kill' }],
  });
  expect(statSync(join(dir, 'state.json')).mode & 0o077).toBe(0);
});

test('has on disk whatever it has answered, when many calls come at once before a kill -9', async () => {
  const first = await startedSandbox();
  const json = { 'content-type': 'application/json' };
  const credentials = { clientId: 'sandbox-client', clientSecret: 'sandbox-secret' };
  const request = { method: 'POST', headers: json, body: JSON.stringify(credentials) };
  const token = await (await fetch(url('/panic-api/v2/oauth/token'), request)).json();
  const headers = { ...json, authorization: `Bearer ${token.accessToken}` };
  const create = (mobile: string) =>
    fetch(url('/panic-api/v2/customers'), {
      method: 'POST',
      headers,
      body: JSON.stringify({ customer: { name: 'A', surname: 'B', mobile } }),
    });
  const mobiles = Array.from({ length: 60 }, (_, at) => `+2782000${1_000 + at}`);
  const answers = await Promise.all(mobiles.map(create));
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(answers.every(({ ok }) => ok)).toBe(true);
  await startedSandbox();
  const { customers } = await (await fetch(url('/sandbox/customers'))).json();
  expect(customers).toHaveLength(60);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'ends with 0 at once on %s, also with a call in the air',
  async (signal) => {
    const child = await startedSandbox();
    const fault = { operation: 'createToken', effect: 'latency', latencyMs: 600_000 };
    await fetch(url('/sandbox/faults'), { method: 'POST', body: JSON.stringify(fault) });
    const calling = fetch(url('/panic-api/v2/oauth/token'), { method: 'POST', body: '{}' }).catch(
      (error: unknown) => error,
    );
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await calling).toBeInstanceOf(TypeError);
  },
);

test.each([
  ['the port is taken', {}, 'is taken.\n'],
  ['a setting is bad', { SANDBOX_PORT: 'many' }, 'SANDBOX_PORT: '],
  ['the data file holds something else', { SANDBOX_DATA_FILE: 'broken' }, 'SANDBOX_DATA_FILE '],
])('says in one line that %s, and ends with 1', async (_, env, message) => {
  if (Object.keys(env).length === 0) await startedSandbox();
  const broken = join(dir, 'broken');
  writeFileSync(broken, '{');
  const child = spawnSandbox('SANDBOX_DATA_FILE' in env ? { SANDBOX_DATA_FILE: broken } : env);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(1);
  expect(said).toContain(message);
  expect(said.trim().split('\n')).toHaveLength(1);
});
