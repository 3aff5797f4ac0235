import 'server-only';
import { createCalloutAtPlace } from '#lib/aura/callout-at-place.ts';
import { CLASSIFICATION_ID, toListed } from '#lib/callouts/aura.ts';
import type { ListedCallout } from '#lib/callouts/schema.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { HTTP_GRAIN_MS, skewFrom } from '#lib/platform/clock-skew.ts';
import { env } from '#lib/platform/env.ts';
import { log } from '#lib/platform/log.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { type AuraFailure, callAura } from '#lib/upstream/aura-client.ts';
import { auraClockReadings } from '#lib/upstream/aura-record.ts';
import type { Kind, PressProblem } from '#lib/vocabulary.ts';

// Translates between a press and AURA's API.

/** Where help is to come: a position, or a place that AURA keeps for the customer. */
export type Whereabouts =
  | { latitude: number; longitude: number; accuracyM: number | null }
  | { predefinedLocationId: number };

export type CalloutRequest = {
  customerId: number;
  kind: Kind;
  where: Whereabouts;
  /** The kind of help that the person chose; null asks for the default. */
  responseTypeId: number | null;
};

/** A new callout keeps the requested response type where AURA names none. */
export type AuraCallout = Omit<ListedCallout, 'customerId'>;

export type CreateCalloutOutcome =
  | { kind: 'created'; callout: AuraCallout }
  /** AURA refused; another attempt would be refused too. */
  | { kind: 'rejected'; problem: PressProblem; mayExist: boolean }
  /** No answer or a transient failure. A new attempt is safe: AURA returns the open callout. */
  | { kind: 'failed'; problem: PressProblem; mayExist: boolean };
// `mayExist`: the client retries within one call, so an earlier try may have created a callout whatever the last
// answer was.

const NOT_SENT: CreateCalloutOutcome = { kind: 'failed', problem: 'aura_unavailable', mayExist: false };

/**
 * Creates the customer's callout, or gets the open one, within `deadlineMs` in total. A chosen kind of help that AURA
 * does not take, as it may have ended it since, does not stop the press: the default kind is asked for instead.
 */
export async function createCallout(
  request: CalloutRequest,
  deadlineMs: number,
): Promise<CreateCalloutOutcome> {
  const startedMs = monotonicMs();
  const remainingMs = () => Math.max(1, deadlineMs - (monotonicMs() - startedMs));
  const chosen = request.responseTypeId;
  if (chosen !== null) {
    const outcome = await createOfType(request, chosen, remainingMs());
    if (outcome.kind !== 'rejected' || outcome.problem !== 'refused') return outcome;
    const standard = await defaultResponseTypeId(remainingMs());
    if (standard === null || standard === chosen) return outcome;
    log.warn({ chosen }, 'AURA refused the chosen response type: asked for the default');
    const instead = await createOfType(request, standard, remainingMs());
    if (instead.kind === 'created') return instead;
    return { ...instead, mayExist: instead.mayExist || outcome.mayExist };
  }
  const standard = await defaultResponseTypeId(deadlineMs);
  return standard === null ? NOT_SENT : createOfType(request, standard, remainingMs());
}

async function createOfType(
  { customerId, kind, where }: CalloutRequest,
  responseTypeId: number,
  deadlineMs: number,
): Promise<CreateCalloutOutcome> {
  const asked = { customerId, responseTypeId, calloutClassificationId: CLASSIFICATION_ID[kind] };
  const created = await callAura((aura) => {
    if ('predefinedLocationId' in where) {
      return createCalloutAtPlace(aura, { ...asked, ...where }, deadlineMs);
    }
    const { latitude, longitude, accuracyM } = where;
    const location = { latitude, longitude, ...(accuracyM === null ? {} : { accuracy: accuracyM }) };
    return aura.createCallout({ ...asked, location }, { deadlineMs });
  });
  return created.ok
    ? { kind: 'created', callout: toAuraCallout(created.value, responseTypeId) }
    : outcomeOf(created);
}

/** The first place that AURA keeps for a customer; `none` when it keeps none, null without an answer. */
export async function findKeptPlace(
  customerId: number,
  deadlineMs: number,
): Promise<{ predefinedLocationId: number } | 'none' | null> {
  const listed = await callAura((aura) => aura.listFixedLocations({}, { deadlineMs }));
  if (!listed.ok) return listed.outcome === 'refused' ? 'none' : null;
  const kept = listed.value.predefinedLocations.find((one) => one.customerId === customerId);
  return kept ? { predefinedLocationId: kept.predefinedLocationId } : 'none';
}

function outcomeOf({ kind, outcome, error }: AuraFailure): CreateCalloutOutcome {
  const mayExist = error.mayHaveBeenDone;
  if (outcome !== 'refused') return { kind: 'failed', problem: 'aura_unavailable', mayExist };
  // AURA documents 403 in one place and 400 in another for a customer without an active subscription.
  return { kind: 'rejected', problem: kind === 'forbidden' ? 'no_subscription' : 'refused', mayExist };
}

function toAuraCallout(answer: Parameters<typeof toListed>[0], askedFor: number | null): AuraCallout {
  const { customerId: _theirs, ...callout } = toListed(answer);
  return { ...callout, responseTypeId: callout.responseTypeId ?? askedFor };
}

export type ActiveCallout = { customerId: number | null; isTest: boolean; callout: AuraCallout };

/**
 * Every callout that AURA has open, by customer, and whether AURA calls it a test; null without an answer.
 * `isWhole`: every entry could be read, so no open callout is missing.
 */
export async function fetchActiveCallouts(
  deadlineMs: number,
): Promise<{ active: ActiveCallout[]; isWhole: boolean } | null> {
  const listed = await callAura((aura) => aura.listActiveCallouts({}, { deadlineMs }));
  if (!listed.ok) return null;
  const { callouts, unreadable } = listed.value;
  const active = callouts.map((entry) => ({
    customerId: entry.customerId,
    isTest: entry.calloutClassificationId === CLASSIFICATION_ID.test,
    callout: toAuraCallout(entry, null),
  }));
  return { active, isWhole: unreadable === 0 };
}

/** Cancels a callout as the integrator, without a safe code. False when AURA did not confirm it. */
export async function cancelCallout(calloutId: number, deadlineMs: number): Promise<boolean> {
  return (await callAura((aura) => aura.cancelCallout({ calloutId }, { deadlineMs }))).ok;
}

/** The configured response type, else the first that AURA lists (cached); null while it lists none. */
async function defaultResponseTypeId(deadlineMs: number): Promise<number | null> {
  if (env.AURA_RESPONSE_TYPE_ID) return env.AURA_RESPONSE_TYPE_ID;
  const memory = processSingleton<{ id: number | null }>('response-type', () => ({ id: null }));
  if (memory.id !== null) return memory.id;
  const listed = await callAura((aura) => aura.listResponseTypes({}, { deadlineMs }));
  if (listed.ok) memory.id = listed.value.responseTypes[0]?.id ?? null;
  return memory.id;
}

/** The least that AURA's clock is ahead of ours, from its latest answers to this process; null without any. */
export function auraAheadMs(): number | null {
  return skewFrom(auraClockReadings(), HTTP_GRAIN_MS)?.leastMs ?? null;
}
