import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { insertOperator } from '#lib/identity/accounts.ts';
import { anonymousActor } from '#lib/identity/actor.ts';
import { signInOperator } from '#lib/identity/sign-in-operator.ts';
import { redeemPasswordLink } from '#lib/operators/passwords/redeem-password-link.ts';
import { appDatabase } from '#lib/testing/test-database.ts';

const database = await appDatabase();
const visitor = anonymousActor('192.0.2.1');

async function command(...args: string[]): Promise<{ code: unknown; output: string }> {
  const { PATH, HOME, SECRET_KEY } = process.env;
  const settings = { DATABASE_URL: database.url, SECRET_KEY, APP_URL: 'https://vigil.example' };
  const child = spawn(process.execPath, ['--conditions=react-server', 'scripts/operator-reset.ts', ...args], {
    env: { PATH, HOME, NODE_ENV: 'production', ...settings },
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

test('prints a link with which a locked-out admin signs in again', async () => {
  const id = randomUUID();
  const email = `${id}@vigil.test`;
  await insertOperator({ id, name: 'Ada', email, role: 'admin' }, 'forgotten', new Date());
  const { code, output } = await command(email);
  expect(output).toContain(`A new password for ${email}`);
  expect(code).toBe(0);
  const token = /https:\/\/vigil\.example\/admin\/new-password\/(\S+)/.exec(output)?.[1];
  const chosen = 'several words that nobody guesses';
  expect(await redeemPasswordLink(visitor, { token, chosen })).toEqual({ ok: true, value: null });
  expect(await signInOperator(visitor, { email, password: chosen })).toMatchObject({ ok: true });
});

test.each([
  ['nobody@vigil.test', 'There is no operator here'],
  ['no address', 'Type an e-mail address'],
  ['', 'Usage: npm run operator:reset'],
  ['--factor', 'Usage: npm run operator:reset'],
])('makes no link for “%s”, and says why', async (argument, reason) => {
  const { code, output } = await command(argument);
  expect(output).toContain(reason);
  expect(code).toBe(1);
});
