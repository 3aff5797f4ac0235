import { join } from 'node:path';
import type { Secrets } from './secrets.ts';

export type Environment = Readonly<Record<string, string>>;

export type Surroundings = {
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly secrets: Secrets;
};

/** Completes the user's environment with defaults; never overrides. */
export function completeEnvironment(own: Environment, around: Surroundings): Environment {
  const { secrets } = around;
  const port = own.PORT ?? '3000';
  const always = {
    PORT: port,
    APP_URL: `http://localhost:${port}`,
    DATABASE_URL: around.databaseUrl,
    VIGIL_DATA_DIR: around.dataDir,
    NEXT_MANUAL_SIG_HANDLE: 'true',
    NEXT_TELEMETRY_DISABLED: '1',
  };
  if (own.AURA_BASE_URL) return { ...always, ...own };

  const sandboxPort = own.SANDBOX_PORT ?? '4010';
  const sandboxUrl = `http://127.0.0.1:${sandboxPort}`;
  return {
    ...always,
    SANDBOX_PORT: sandboxPort,
    SANDBOX_DATA_FILE: join(around.dataDir, 'sandbox.json'),
    AURA_BASE_URL: `${sandboxUrl}/panic-api/v2`,
    AURA_CLIENT_ID: secrets.auraClientId,
    AURA_CLIENT_SECRET: secrets.auraClientSecret,
    AURA_WEBHOOK_TOKEN: secrets.auraWebhookToken,
    SECRET_KEY: secrets.secretKey,
    SMS_WEBHOOK_URL: `${sandboxUrl}/sms`,
    SMS_WEBHOOK_TOKEN: secrets.smsWebhookToken,
    ADMIN_EMAIL: 'admin@vigil.test',
    ADMIN_PASSWORD: secrets.adminPassword,
    ...own,
    // Its presence means *not live*, so only we may set it.
    SANDBOX_URL: sandboxUrl,
  };
}
