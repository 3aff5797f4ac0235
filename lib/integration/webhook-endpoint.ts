import 'server-only';
import { WEBHOOK_PATH } from '#lib/integration/schema.ts';
import { env } from '#lib/platform/env.ts';

export function webhookUrl(): string {
  return new URL(WEBHOOK_PATH, env.APP_URL).href;
}

/** Why it cannot be registered; null when it can. */
export function registrationObstacle(): 'not_https' | 'no_token' | null {
  if (!env.AURA_WEBHOOK_TOKEN) return 'no_token';
  return env.isLive && new URL(env.APP_URL).protocol !== 'https:' ? 'not_https' : null;
}
