import 'server-only';
import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import { allowOnly } from '#lib/aura/contract/hosted-url.ts';
import { AuraError, type AuraErrorKind } from '#lib/aura/error.ts';
import type { AuraEvent } from '#lib/aura/events.ts';
import type { TokenStore } from '#lib/aura/transport/token-keeper.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { recordAttempt, recordDrift } from '#lib/upstream/aura-record.ts';

const MOST_DRIFT_TOLD = 500;

/**
 * The process's one client, so that its token is fetched once. Every attempt is counted; those that did not go well
 * are logged.
 */
export function auraClient(): AuraClient {
  return processSingleton('aura-client', () => createAuraClient({ ...settings(), observe: report }));
}

/** A client for somebody who wants to see each attempt and brings a token of their own. It is counted like the other. */
export function watchedAuraClient(tokenStore: TokenStore, observe: (event: AuraEvent) => void): AuraClient {
  return createAuraClient({
    ...settings(),
    tokenStore,
    observe: (event) => {
      report(event);
      observe(event);
    },
  });
}

/** Why a call gave no answer, as every verb reads it. */
export type AuraFailure = {
  ok: false;
  /** `no_token`: the call itself was not sent. */
  kind: AuraErrorKind | 'no_token';
  /** AURA refused it, it certainly was not done and may be asked again, or AURA may have done it. */
  outcome: 'refused' | 'not_done' | 'unsure';
  error: AuraError;
};

export type Asked<Value> = { ok: true; value: Value } | AuraFailure;

/** Calls AURA: its failures are values, of one kind for all who ask; defects are thrown. */
export async function callAura<Value>(
  call: (aura: AuraClient) => Promise<Value>,
  aura = auraClient(),
): Promise<Asked<Value>> {
  try {
    return { ok: true, value: await call(aura) };
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    const kind = error.endpoint === 'createToken' ? 'no_token' : error.kind;
    return { ok: false, kind, outcome: outcomeOf[kind], error };
  }
}

const outcomeOf: Readonly<Record<AuraFailure['kind'], AuraFailure['outcome']>> = {
  conflict: 'refused',
  forbidden: 'refused',
  invalid_request: 'refused',
  not_found: 'refused',
  no_token: 'not_done',
  rate_limited: 'not_done',
  unauthorised: 'not_done',
  contract: 'unsure',
  network: 'unsure',
  server: 'unsure',
  timeout: 'unsure',
};

/** The code of a change that AURA did not confirm. */
export const changeCodes = {
  refused: 'aura.refused_change',
  not_done: 'aura.not_changed',
  unsure: 'aura.change_unsure',
} as const satisfies Record<AuraFailure['outcome'], string>;

export type ChangeCode = (typeof changeCodes)[AuraFailure['outcome']];

function settings() {
  return {
    baseUrl: env.AURA_BASE_URL,
    clientId: env.AURA_CLIENT_ID,
    clientSecret: env.AURA_CLIENT_SECRET,
    trackingHosts: env.TRACKING_HOSTS,
  };
}

/** Whether a page is one of those that AURA may host for us. */
export function isTrackingPage(url: string): boolean {
  return allowOnly(env.TRACKING_HOSTS)(url) === null;
}

// AURA is asked several times a second: what went well would drown what did not, and an answer that differs from the contract differs every time, so each difference is told once.
function report(event: AuraEvent): void {
  if (event.type === 'attempt') {
    recordAttempt(event);
    if (event.outcome !== 'ok' && event.outcome !== 'closed')
      log.warn({ aura: event }, 'attempt at AURA failed');
    return;
  }
  recordDrift(event);
  const told = processSingleton('told-drift', () => new Set<string>());
  const drift = JSON.stringify(event);
  if (told.has(drift) || told.size >= MOST_DRIFT_TOLD) return;
  told.add(drift);
  log.warn({ aura: event }, 'AURA answered with something new');
}
