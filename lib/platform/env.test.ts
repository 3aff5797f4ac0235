import { beforeEach, expect, test } from 'vitest';
import { env, readEnvFrom } from '#lib/platform/env.ts';

const COMPLETE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  AURA_BASE_URL: 'https://aura.example/panic-api/v2',
  AURA_CLIENT_ID: 'client',
  AURA_CLIENT_SECRET: 'secret',
  SECRET_KEY: 'a key for tests only of 32 bytes or more',
  SMS_WEBHOOK_URL: 'https://sms.example',
};
const SANDBOX = { SANDBOX_URL: 'http://127.0.0.1:4010' };

beforeEach(() => readEnvFrom({}));

test('the environment is parsed on first use, which names every bad variable', () => {
  expect(() => readEnvFrom({ PORT: 'x' })).not.toThrow();
  expect(() => env.PORT).toThrow(/^Bad environment:\n(?=[\s\S]*PORT: )(?=[\s\S]*SECRET_KEY: )/);
});

test('a complaint repeats no value', () => {
  readEnvFrom({ ...COMPLETE, SECRET_KEY: 'too short, and secret' });
  expect(() => env.SECRET_KEY).toThrow(/^(?![\s\S]*too short, and)[\s\S]*SECRET_KEY/);
});

test('what failed is read again, and what was read stays until another source is named', () => {
  const source: Record<string, string> = {};
  readEnvFrom(source);
  expect(() => env.PORT).toThrow();
  Object.assign(source, COMPLETE, { PORT: '3100' });
  expect(env.PORT).toBe(3100);
  source.PORT = '3200';
  expect(env.PORT).toBe(3100);
  readEnvFrom(source);
  expect(env.PORT).toBe(3200);
});

test.each([
  ['a real AURA', {}, { isLive: true, ADMIN_SECOND_FACTOR: 'required', TRACKING_HOSTS: ['*.aura.services'] }],
  [
    'the sandbox',
    SANDBOX,
    {
      isLive: false,
      ADMIN_SECOND_FACTOR: 'optional',
      TRACKING_HOSTS: ['*.aura.services', '127.0.0.1:4010'],
    },
  ],
  [
    'the sandbox, by choice',
    { ...SANDBOX, ADMIN_SECOND_FACTOR: 'required', TRACKING_HOSTS: 'track.example', APP_URL: '' },
    { ADMIN_SECOND_FACTOR: 'required', TRACKING_HOSTS: ['track.example'], APP_URL: 'http://localhost:3000' },
  ],
])('what is unset follows from the rest, beside %s', (_what, more, expected) => {
  readEnvFrom({ ...COMPLETE, ...more });
  for (const [name, value] of Object.entries(expected)) expect(Reflect.get(env, name), name).toEqual(value);
});
