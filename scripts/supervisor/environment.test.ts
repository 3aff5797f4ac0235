import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsWith } from '#lib/platform/env-schema.ts';
import { completeEnvironment, type Surroundings } from './environment.ts';

const around: Surroundings = {
  dataDir: '/srv/vigil/.data',
  databaseUrl: 'postgres://vigil:secret@127.0.0.1:20001/vigil',
  secrets: {
    databasePassword: 'secret',
    secretKey: 'k'.repeat(48),
    auraClientId: 'sandbox-1',
    auraClientSecret: 'generated-client-secret',
    auraWebhookToken: 'generated-webhook-token',
    smsWebhookToken: 'generated-sms-token',
    adminPassword: 'generated-password',
  },
};

const GENERATED = Object.values(around.secrets).filter(
  (secret) => secret !== around.secrets.databasePassword,
);

describe('without AURA_BASE_URL', () => {
  test('everything is filled for the sandbox, and valid', () => {
    const env = completeEnvironment({}, around);
    expect(env).toMatchObject({
      APP_URL: 'http://localhost:3000',
      AURA_BASE_URL: 'http://127.0.0.1:4010/panic-api/v2',
      SANDBOX_URL: 'http://127.0.0.1:4010',
      SMS_WEBHOOK_URL: 'http://127.0.0.1:4010/sms',
      ADMIN_EMAIL: 'admin@vigil.test',
      SANDBOX_DATA_FILE: '/srv/vigil/.data/sandbox.json',
    });
    expect(problemsWith(env)).toEqual([]);
  });

  test('addresses follow the ports', () => {
    const env = completeEnvironment({ PORT: '3200', SANDBOX_PORT: '4200' }, around);
    expect(env).toMatchObject({
      APP_URL: 'http://localhost:3200',
      AURA_BASE_URL: 'http://127.0.0.1:4200/panic-api/v2',
      SMS_WEBHOOK_URL: 'http://127.0.0.1:4200/sms',
    });
  });
});

test('with AURA_BASE_URL no secret is generated and no sandbox is set', () => {
  const env = completeEnvironment({ AURA_BASE_URL: 'https://panic.example/panic-api/v2' }, around);
  expect(Object.values(env).filter((value) => GENERATED.includes(value))).toEqual([]);
  expect(env).not.toHaveProperty('SANDBOX_URL');
  expect(problemsWith(env)).toContain('SECRET_KEY: must be set when AURA_BASE_URL is set');
});

test('what the user set always stands', () => {
  const names = [
    'PORT',
    'APP_URL',
    'DATABASE_URL',
    'SECRET_KEY',
    'ADMIN_EMAIL',
    'SMS_WEBHOOK_URL',
    'TRACKING_MODE',
  ];
  const own = fc.dictionary(fc.constantFrom(...names), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(own, (set) => {
      expect(completeEnvironment(set, around)).toMatchObject(set);
    }),
  );
});
