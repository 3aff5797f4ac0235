import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import type { PressProblem } from '#lib/panic/schema.ts';
import { auraClient } from '#lib/platform/aura-client.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { onceGlobally } from '#lib/platform/once-globally.ts';

// A press in AURA's words, and AURA's answer in ours.

/** From the create call's classification ids: 1 is REAL, 2 is TEST. */
const CLASSIFICATION_ID = { real: 1, test: 2 } as const;

export type CalloutRequest = {
  customerId: number;
  kind: 'real' | 'test';
  latitude: number;
  longitude: number;
  accuracyM: number | null;
};

export type AuraCallout = {
  calloutId: number;
  rawStatus: string | null;
  trackingUrl: string | null;
  /** Null where AURA does not say, as with the next one. */
  isTest: boolean | null;
  /** By AURA's clock. */
  createdAt: Date | null;
  /** Where AURA has it, which need not be where it was asked for now. */
  place: { latitude: number; longitude: number } | null;
};

export type CreateCalloutOutcome =
  | { kind: 'created'; callout: AuraCallout }
  /** AURA said no; asking again would get the same answer. */
  | { kind: 'rejected'; problem: PressProblem; mayExist: boolean }
  /** No answer or a passing failure: asking again is safe, AURA returns the callout that is open. */
  | { kind: 'failed'; problem: PressProblem; mayExist: boolean };
// `mayExist`: the client asks several times in one call, and whatever the last answer was, an attempt before it may
// have made a callout.

const NOT_SENT: CreateCalloutOutcome = { kind: 'failed', problem: 'aura_unavailable', mayExist: false };

/** Creates the customer's callout, or gets the one that is open, within `deadlineMs` in all. */
export async function createCallout(
  request: CalloutRequest,
  deadlineMs: number,
): Promise<CreateCalloutOutcome> {
  const startedMs = monotonicMs();
  try {
    const responseTypeId = await defaultResponseTypeId(deadlineMs);
    if (responseTypeId === null) return NOT_SENT;
    const created = await auraClient().createCallout(
      {
        customerId: request.customerId,
        location: {
          latitude: request.latitude,
          longitude: request.longitude,
          ...(request.accuracyM === null ? {} : { accuracy: request.accuracyM }),
        },
        responseTypeId,
        calloutClassificationId: CLASSIFICATION_ID[request.kind],
      },
      { deadlineMs: Math.max(1, deadlineMs - (monotonicMs() - startedMs)) },
    );
    return { kind: 'created', callout: toAuraCallout(created) };
  } catch (error) {
    if (error instanceof AuraError) return outcomeOf(error);
    throw error;
  }
}

function outcomeOf(error: AuraError): CreateCalloutOutcome {
  const mayExist = error.mayHaveBeenDone;
  const failed = { kind: 'failed', problem: 'aura_unavailable', mayExist } as const;
  // That no token could be had for the next attempt is no answer to the alarm.
  if (error.endpoint !== 'createCallout') return failed;
  switch (error.kind) {
    // AURA documents 403 in one place and 400 in another for a customer without an active subscription.
    case 'forbidden':
      return { kind: 'rejected', problem: 'no_subscription', mayExist };
    case 'invalid_request':
    case 'not_found':
    case 'conflict':
      return { kind: 'rejected', problem: 'refused', mayExist };
    case 'unauthorised':
    case 'rate_limited':
    case 'network':
    case 'timeout':
    case 'server':
    case 'contract':
      return failed;
  }
}

type AuraAnswer = {
  calloutId: number;
  status: string | null;
  url: string | null;
  calloutClassificationId: number | null;
  createdAt: string | null;
  latitude: number | null;
  longitude: number | null;
};

function toAuraCallout(answer: AuraAnswer): AuraCallout {
  const { calloutId, status, url, calloutClassificationId, createdAt, latitude, longitude } = answer;
  return {
    calloutId,
    rawStatus: status,
    trackingUrl: url,
    isTest: isTest(calloutClassificationId),
    createdAt: createdAt === null ? null : new Date(createdAt),
    place: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

// AURA's pages show a 3 as well and say nothing of it.
function isTest(classificationId: number | null): boolean | null {
  if (classificationId === CLASSIFICATION_ID.test) return true;
  return classificationId === CLASSIFICATION_ID.real ? false : null;
}

/** Every callout that AURA has open, by customer; null when AURA did not tell. */
export async function fetchActiveCallouts(
  deadlineMs: number,
): Promise<{ customerId: number | null; callout: AuraCallout }[] | null> {
  try {
    const { callouts } = await auraClient().listActiveCallouts({}, { deadlineMs });
    return callouts.map((entry) => ({ customerId: entry.customerId, callout: toAuraCallout(entry) }));
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}

/** Stops a callout as the integrator, without a safe code. False when AURA did not confirm it. */
export async function cancelCallout(calloutId: number, deadlineMs: number): Promise<boolean> {
  try {
    await auraClient().cancelCallout({ calloutId }, { deadlineMs });
    return true;
  } catch (error) {
    if (error instanceof AuraError) return false;
    throw error;
  }
}

/** The configured response type, else the first that AURA lists, remembered; null while it does not list any. */
async function defaultResponseTypeId(deadlineMs: number): Promise<number | null> {
  if (env.AURA_RESPONSE_TYPE_ID) return env.AURA_RESPONSE_TYPE_ID;
  const memory = onceGlobally<{ id: number | null }>('response-type', () => ({ id: null }));
  if (memory.id !== null) return memory.id;
  try {
    const { responseTypes } = await auraClient().listResponseTypes({}, { deadlineMs });
    memory.id = responseTypes[0]?.id ?? null;
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
  }
  return memory.id;
}
