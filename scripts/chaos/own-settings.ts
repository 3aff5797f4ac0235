import { randomBytes } from 'node:crypto';
import { readEnvFrom } from '#lib/platform/env.ts';

/**
 * Key for the run's stacks. This process uses the app's code to sign and encrypt, and connects to nothing.
 */
export function ownSecretKey(): string {
  const secretKey = randomBytes(48).toString('base64url');
  readEnvFrom({
    SECRET_KEY: secretKey,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    AURA_BASE_URL: 'http://127.0.0.1:1/panic-api/v2',
    AURA_CLIENT_ID: 'none',
    AURA_CLIENT_SECRET: 'none',
    SMS_WEBHOOK_URL: 'http://127.0.0.1:1/sms',
  });
  return secretKey;
}
