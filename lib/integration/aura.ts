import 'server-only';
import type { AuraClient } from '#lib/aura/client.ts';
import { expiryOf } from '#lib/aura/contract/oauth.ts';
import { isSubscriptionActive } from '#lib/aura/contract/subscriptions.ts';
import { webhookEvents } from '#lib/aura/contract/webhooks.ts';
import { refusedEvents } from '#lib/aura/refused-events.ts';
import type { StoredToken } from '#lib/aura/transport/token-cache.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { presentable } from '#lib/integration/doctor-model.ts';
import type { DoctorProblem } from '#lib/integration/schema.ts';
import { now } from '#lib/platform/clock.ts';
import type { ClockReading } from '#lib/platform/clock-skew.ts';
import { env } from '#lib/platform/env.ts';
import {
  type AuraFailure,
  auraClient,
  callAura,
  changeCodes,
  watchedAuraClient,
} from '#lib/upstream/aura-client.ts';

// AURA for the doctor: each call once, without retries, with failures as values.

const DEADLINE = { deadlineMs: 5_000 };

/** From the create call's classification ids. */
const TEST_CLASSIFICATION = 2;
const TEST_WORD = 'TEST';

/** `mayExist`: the outcome is unknown, so AURA may have created it. */
export type Failure = { problem: DoctorProblem; seen: string; mayExist: boolean };
export type Asked<Value> =
  | { ok: true; value: Value; drift: readonly string[] }
  | { ok: false; failure: Failure };

export type DoctorLine = ReturnType<typeof openLine>;

/** A separate client per run: it fetches a new token, which tests the credentials. */
export function openLine() {
  let token: StoredToken | null = null;
  let drift = new Set<string>();
  const readings: ClockReading[] = [];
  const store = {
    read: async () => token,
    write: async (renewed: StoredToken) => {
      token = renewed;
    },
  };
  const client = watchedAuraClient(store, (event) => {
    if (event.type === 'drift') for (const name of event.unknownFields) drift.add(name);
    else if (event.clock) readings.push(event.clock);
  });

  async function ask<Value>(call: (aura: AuraClient) => Promise<Value>): Promise<Asked<Value>> {
    drift = new Set();
    const answer = await callAura(call, client);
    return answer.ok ? { ...answer, drift: [...drift] } : { ok: false, failure: failureOf(answer) };
  }

  return {
    readings,

    authenticate: async () => {
      const { AURA_CLIENT_ID: clientId, AURA_CLIENT_SECRET: clientSecret } = env;
      const answer = await ask((aura) => aura.createToken({ clientId, clientSecret }, DEADLINE));
      if (!answer.ok) return answer;
      const { accessToken, expiresIn } = answer.value;
      token = { accessToken, expiresAt: expiryOf(expiresIn, now().getTime()) };
      return { ...answer, value: { expiresAt: new Date(token.expiresAt) } };
    },
    subscriptionTypes: () => ask((aura) => aura.listSubscriptionTypes({}, DEADLINE)),
    responseTypes: () => ask((aura) => aura.listResponseTypes({}, DEADLINE)),
    activeCallouts: () => ask((aura) => aura.listActiveCallouts({}, DEADLINE)),

    register: (customer: { name: string; surname: string; mobile: string }, subscription: NewSubscription) =>
      ask((aura) => aura.createCustomer({ customer, subscription }, DEADLINE)),
    forget: (customerId: number) => ask((aura) => aura.deleteCustomer({ customerId }, DEADLINE)),
    /** Whether a subscription is active by AURA's rule and our clock. */
    isSubscribed: (customerId: number) =>
      ask(async (aura) => {
        const { subscriptions } = await aura.listCustomerSubscriptions({ customerId }, DEADLINE);
        return subscriptions.some((one) => isSubscriptionActive(one, now().getTime()));
      }),

    createTest: (customerId: number, responseTypeId: number, location: Location) =>
      ask((aura) =>
        aura.createCallout(
          { customerId, location, responseTypeId, calloutClassificationId: TEST_CLASSIFICATION },
          DEADLINE,
        ),
      ),
    read: (calloutId: number) => ask((aura) => aura.readCallout({ calloutId }, DEADLINE)),
    cancel: (calloutId: number) => ask((aura) => aura.cancelCallout({ calloutId }, DEADLINE)),
  };
}

type NewSubscription = { subscriptionTypeId: number; validFrom: string; validTo: string };
type Location = { latitude: number; longitude: number; accuracy: number };

/** Whether AURA classifies a callout as other than a test; null when it does not say. */
export function isReal(said: { calloutClassificationId?: number | null; classification?: string | null }) {
  const { calloutClassificationId: id, classification } = said;
  if (id !== undefined && id !== null) return id !== TEST_CLASSIFICATION;
  if (classification !== undefined && classification !== null) {
    return classification.toUpperCase() !== TEST_WORD;
  }
  return null;
}

function failureOf({ error, outcome }: AuraFailure): Failure {
  const words = error.revealUpstreamMessage();
  const said = words ? ` AURA says: “${presentable(words)}”` : '';
  return { problem: problemOf(error), seen: `${error.message}.${said}`, mayExist: outcome === 'unsure' };
}

function problemOf({ endpoint, kind }: AuraFailure['error']): DoctorProblem {
  switch (kind) {
    case 'network':
    case 'timeout':
      return 'unreachable';
    case 'server':
      return 'aura_error';
    case 'contract':
      return 'not_in_contract';
    case 'rate_limited':
      return 'rate_limited';
    case 'unauthorised':
      return endpoint === 'createToken' ? 'credentials_refused' : 'token_refused';
    case 'invalid_request':
      return endpoint === 'createToken' ? 'credentials_refused' : 'refused';
    case 'forbidden':
      return endpoint === 'createCallout' ? 'no_subscription' : 'refused';
    case 'not_found':
      return 'not_there';
    case 'conflict':
      return endpoint === 'createCustomer' ? 'number_taken' : 'refused';
  }
}

type NotRegistered =
  | 'aura.change_unsure'
  | 'aura.not_changed'
  | 'aura.refused_change'
  | 'webhook.event_refused';

/** Registers a URL for all events with the header our endpoint requires; replaces the earlier one. */
export async function registerWebhookUrl(
  url: string,
  token: string,
  events: string[] = [...webhookEvents],
): Promise<Result<{ events: string[] }, NotRegistered>> {
  const registered = await callAura((aura) =>
    aura.registerWebhook(
      { url, events, headers: { authorization: `Bearer ${token}` } },
      { deadlineMs: 10_000 },
    ),
  );
  if (registered.ok) return ok({ events });
  const refused = registered.outcome === 'refused' ? refusedEvents(registered.error, events) : [];
  return refused.length > 0
    ? refuse('webhook.event_refused', { events: refused.join(', ') })
    : refuse(changeCodes[registered.outcome]);
}

/** Lifetime of this process's server token. */
export function tokenLife(): { heldSince: Date; expiresAt: Date } | null {
  const life = auraClient().tokenLife();
  return life && { heldSince: new Date(life.heldSince), expiresAt: new Date(life.expiresAt) };
}
