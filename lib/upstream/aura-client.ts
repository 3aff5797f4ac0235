import 'server-only';
import { type AuraClient, createAuraClient } from '#lib/aura/client.ts';
import { allowOnly } from '#lib/aura/contract/hosted-url.ts';
import { AuraError, type AuraErrorKind } from '#lib/aura/error.ts';
import type { AttemptEvent, AuraEvent } from '#lib/aura/events.ts';
import type { TokenStore } from '#lib/aura/transport/token-cache.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { noteSpan, spanClockMs } from '#lib/platform/trace.ts';
import { recordAttempt, recordDrift } from '#lib/upstream/aura-record.ts';

const MAX_DRIFT_LOGGED = 500;

/** The process's client, with one shared token. All attempts are counted, failures logged. */
export function auraClient(): AuraClient {
  return processSingleton('aura-client', () => createAuraClient({ ...settings(), observe: report }));
}

/** A client with its own token and observer, for the doctor. It is counted, too. */
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

/** Why a call failed, as verbs read it. */
export type AuraFailure = {
  ok: false;
  /** `no_token`: the call itself was not sent. */
  kind: AuraErrorKind | 'no_token';
  /** `not_done`: certainly not, so a retry is safe. `unsure`: AURA may have done it. */
  outcome: 'refused' | 'not_done' | 'unsure';
  error: AuraError;
};

export type CallResult<Value> = { ok: true; value: Value } | AuraFailure;

/** Calls AURA: failures become values, defects are thrown. */
export async function callAura<Value>(
  call: (aura: AuraClient) => Promise<Value>,
  aura = auraClient(),
): Promise<CallResult<Value>> {
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

/** Error codes of a change that AURA did not confirm. */
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

export function isTrackingPage(url: string): boolean {
  return allowOnly(env.TRACKING_HOSTS)(url) === null;
}

// AURA is called several times a second: only failures are logged, and each difference from the contract once.
function report(event: AuraEvent): void {
  if (event.type === 'attempt') {
    recordAttempt(event);
    noteSpan(spanOf(event));
    if (event.outcome !== 'ok' && event.outcome !== 'closed')
      log.warn({ aura: event }, 'AURA request failed');
    return;
  }
  recordDrift(event);
  const logged = processSingleton('logged-drift', () => new Set<string>());
  const drift = JSON.stringify(event);
  if (logged.has(drift) || logged.size >= MAX_DRIFT_LOGGED) return;
  logged.add(drift);
  log.warn({ aura: event }, 'AURA contract drift');
}

function spanOf({ endpoint, attempt, status, durationMs, outcome }: AttemptEvent) {
  return {
    name: `AURA ${endpoint}`,
    kind: 'client' as const,
    startedMs: spanClockMs() - durationMs,
    isFailed: outcome !== 'ok' && outcome !== 'closed',
    attributes: {
      'vigil.aura.outcome': outcome,
      'vigil.aura.attempt': attempt,
      ...(status === null ? {} : { 'http.response.status_code': status }),
    },
  };
}
