import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '#lib/testing/test-database.ts';
import { testFolder } from '#lib/testing/test-folder.ts';
import { testSandbox } from '#lib/testing/test-sandbox.ts';

const dataDir = testFolder();
const [sandbox, database] = await Promise.all([testSandbox(), testDatabase()]);

const live = () => ({
  AURA_BASE_URL: sandbox.auraBaseUrl,
  AURA_CLIENT_ID: sandbox.clientId,
  AURA_CLIENT_SECRET: sandbox.clientSecret,
  TRACKING_HOSTS: new URL(sandbox.url).host,
});

type Ended = { code: unknown; output: string };

/** Runs it as from a shell that has these settings and no others. */
async function doctor(settings: Record<string, string>, ...args: string[]): Promise<Ended> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/doctor.ts', ...args], {
    env: { PATH, HOME, NODE_ENV: 'production', VIGIL_DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = await once(child, 'close');
  return { code, output };
}

async function callouts() {
  const schema = z.object({
    callouts: z.array(z.object({ calloutClassificationId: z.number(), cancelledAt: z.string().nullable() })),
  });
  return schema.parse(await (await fetch(`${sandbox.url}/sandbox/callouts`)).json()).callouts;
}

test('with AURA alone in the environment looks at AURA, and says what it did not check', async () => {
  const { code, output } = await doctor(live());
  expect(output).toMatch(/ok +Authenticate/);
  expect(output).toMatch(/Not checked: the database cannot be reached/);
  expect(output).toMatch(/Webhooks cannot be tried with AURA’s Responder Simulator: it sends none\./);
  expect(output).toMatch(/The app would not start: SECRET_KEY and SMS_WEBHOOK_URL must be set/);
  expect(code).toBe(0);
  expect(await callouts()).toEqual([]);
});

test('ends with 1 when something failed, and shows no secret', async () => {
  const { code, output } = await doctor({ ...live(), AURA_CLIENT_SECRET: 'a-wrong-secret' });
  expect(output).toMatch(/FAILED +Authenticate[\s\S]*It is us/);
  expect(output).not.toContain('a-wrong-secret');
  expect(code).toBe(1);
});

test('with a database looks at it, too: no worker runs here, and it says so', async () => {
  const { code, output } = await doctor({ ...live(), DATABASE_URL: database.url });
  expect(output).toMatch(/ok +Database[\s\S]*FAILED +Worker/);
  expect(code).toBe(1);
});

test('creates a TEST callout after two confirmations, and cancels it', async () => {
  const once = await doctor(live(), '--write');
  expect(once.code).toBe(2);
  expect(await callouts()).toEqual([]);
  const twice = await doctor(live(), '--write', '--yes');
  expect(twice.output).toMatch(/ok +Cancel the TEST callout/);
  expect(twice.code).toBe(0);
  expect(await callouts()).toEqual([{ calloutClassificationId: 2, cancelledAt: expect.any(String) }]);
});

test.each([
  ['nothing to ask', {}, [], /AURA_BASE_URL is not set/],
  ['no credentials', { AURA_BASE_URL: 'http://127.0.0.1:1/v2' }, [], /AURA_CLIENT_ID: must be set/],
  ['an address that is none', { AURA_BASE_URL: 'ftp://aura' }, [], /AURA_BASE_URL: must be/],
  ['an unknown word', {}, ['--wirte'], /--wirte/],
  ['a customer without --write', {}, ['--customer', '1'], /--customer is for --write/],
])('cannot run with %s, and ends with 2', async (_what, settings, args, words) => {
  const { code, output } = await doctor(settings, ...args);
  expect(output).toMatch(words);
  expect(code).toBe(2);
});
