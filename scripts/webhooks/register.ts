import { createAuraClient } from '#lib/aura/client.ts';
import { webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import type { Environment } from '../supervisor/environment.ts';
import { recordRegistration } from './record.ts';

/**
 * Registers a URL for every event with the header our endpoint requires, replacing the customer source's
 * earlier one. Returns AURA's answer.
 */
export async function registerWebhook(
  env: Environment,
  url: string,
): Promise<readonly { url: string; events: readonly string[] }[]> {
  const { AURA_BASE_URL = '', AURA_CLIENT_ID = '', AURA_CLIENT_SECRET = '', AURA_WEBHOOK_TOKEN = '' } = env;
  const client = createAuraClient({
    baseUrl: AURA_BASE_URL,
    clientId: AURA_CLIENT_ID,
    clientSecret: AURA_CLIENT_SECRET,
  });
  const { registrations } = await client.registerWebhook({
    url,
    events: [...webhookEvents],
    headers: { authorization: `Bearer ${AURA_WEBHOOK_TOKEN}` },
  });
  return registrations;
}

/** Makes the sandbox deliver to this stack's app, where its switch allows loopback. */
export async function registerWithSandbox(env: Environment): Promise<void> {
  const response = await fetch(`${env.SANDBOX_URL}/sandbox/switches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ webhookLoopback: 'allowed' }),
  });
  await response.body?.cancel();
  const registrations = await registerWebhook(env, `http://127.0.0.1:${env.PORT}${WEBHOOK_PATH}`);
  await recordRegistration(env.DATABASE_URL ?? '', registrations);
}
