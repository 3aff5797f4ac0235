import 'server-only';
import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';

/** The process's one client, so that its token is fetched once. Every attempt becomes one log line. */
export function auraClient(): AuraClient {
  return onceGlobally('aura-client', () =>
    createAuraClient({
      baseUrl: env.AURA_BASE_URL,
      clientId: env.AURA_CLIENT_ID,
      clientSecret: env.AURA_CLIENT_SECRET,
      trackingHosts: env.TRACKING_HOSTS,
      observe: (event) => log.info({ aura: event }, 'aura'),
    }),
  );
}
