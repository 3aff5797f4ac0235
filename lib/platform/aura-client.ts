import 'server-only';
import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import { allowOnly } from '#lib/aura/contract/hosted-url.ts';
import type { AuraEvent } from '#lib/aura/events.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';

const MOST_DRIFT_TOLD = 500;

/** The process's one client, so that its token is fetched once. Attempts that did not go well are logged. */
export function auraClient(): AuraClient {
  return onceGlobally('aura-client', () =>
    createAuraClient({
      baseUrl: env.AURA_BASE_URL,
      clientId: env.AURA_CLIENT_ID,
      clientSecret: env.AURA_CLIENT_SECRET,
      trackingHosts: env.TRACKING_HOSTS,
      observe: report,
    }),
  );
}

/** Whether a page is one of those that AURA may host for us. */
export function isTrackingPage(url: string): boolean {
  return allowOnly(env.TRACKING_HOSTS)(url) === null;
}

// AURA is asked several times a second: what went well would drown what did not, and an answer that differs from the contract differs every time, so each difference is told once.
function report(event: AuraEvent): void {
  if (event.type === 'attempt') {
    if (event.outcome !== 'ok' && event.outcome !== 'closed')
      log.warn({ aura: event }, 'attempt at AURA failed');
    return;
  }
  const told = onceGlobally('told-drift', () => new Set<string>());
  const drift = JSON.stringify(event);
  if (told.has(drift) || told.size >= MOST_DRIFT_TOLD) return;
  told.add(drift);
  log.warn({ aura: event }, 'AURA answered with something new');
}
