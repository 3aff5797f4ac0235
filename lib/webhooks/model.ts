import { backoffMs } from '#lib/platform/backoff.ts';
import type { Stage } from '#lib/vocabulary.ts';
import { type Delivery, deliverySchema } from '#lib/webhooks/schema.ts';

// The meaning of AURA's events, and the retry policy. Pure; time is passed in.

type Meaning =
  /** Re-read the callout. `stage` is the one that the event names, or null. */
  | { about: 'callout'; stage: Stage | null; isMessage?: true }
  /** Re-read our copy of the customer. `isCreation`: the event only reports a creation. */
  | { about: 'customer'; isCreation?: true };

/** One entry per event that AURA documents, and the deprecated name that older registrations still get. */
export const eventMeanings: Readonly<Record<string, Meaning>> = {
  NEW_CALLOUT: { about: 'callout', stage: 'raised' },
  CALLOUT_OWNED: { about: 'callout', stage: 'owned' },
  RESPONDER_MANUALLY_DISPATCHED: { about: 'callout', stage: 'dispatched' },
  RESPONDER_ACKNOWLEDGED_CALLOUT: { about: 'callout', stage: 'dispatched' },
  RESPONDER_ACKNOWLEDGED_CALLOUT_WITH_ETA: { about: 'callout', stage: 'dispatched' },
  RESPONDER_ARRIVED_ON_SCENE: { about: 'callout', stage: 'arrived' },
  RESPONDER_COMPLETED: { about: 'callout', stage: 'completed' },
  CALLOUT_CLOSED: { about: 'callout', stage: 'closed' },
  CALLOUT_SOFT_CANCELLED_BY_CUSTOMER: { about: 'callout', stage: 'cancelled' },
  // Also sent when one responder is stood down, which says nothing about the callout.
  CALLOUT_NO_LONGER_REQUIRES_RESPONSE: { about: 'callout', stage: null },
  CALLOUT_EVENTS_CHANGED: { about: 'callout', stage: null, isMessage: true },
  SUBSCRIPTION_CREATED: { about: 'customer', isCreation: true },
  SUBSCRIPTION_UPDATED: { about: 'customer' },
  SUBSCRIPTION_CANCELLED: { about: 'customer' },
  SUBSCRIPTION_CANCELLED_FAILED: { about: 'customer' },
  CREATED_CUSTOMER: { about: 'customer', isCreation: true },
};

const MAX_NAME_LENGTH = 100;

/** Stored beside the body, so that events can be searched and processed without unsealing it. */
export type EventHead = {
  message: string | null;
  about: 'callout' | 'customer' | 'subscription' | null;
  aboutId: number | null;
  customerId: number | null;
};

/** Parses a delivery as far as possible; never fails. */
export function readHead(body: unknown): EventHead {
  const delivery = deliverySchema.parse(body);
  const { callout, customer, subscription } = delivery;
  const message = delivery.message && printable(delivery.message);
  const customerId = customer?.id ?? customer?.customerId ?? ownerOf(delivery);
  if (callout) return { message, about: 'callout', aboutId: callout.id ?? callout.calloutId, customerId };
  if (subscription) {
    const aboutId = subscription.id ?? subscription.subscriptionId;
    return { message, about: 'subscription', aboutId, customerId };
  }
  if (customer) return { message, about: 'customer', aboutId: customerId, customerId };
  return { message, about: null, aboutId: null, customerId: null };
}

function ownerOf({ callout, subscription }: Delivery): number | null {
  return callout?.customerId ?? subscription?.customerId ?? null;
}

// Strips control characters: the name is stored as text and shown to operators.
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '').slice(0, MAX_NAME_LENGTH).toWellFormed();
}

export type Plan =
  | { kind: 'callout'; calloutId: number; stage: Stage | null; isMessage: boolean }
  | { kind: 'customer'; customerId: number; isCreation: boolean }
  | { kind: 'nothing'; problem: 'unknown_event' | 'unknown_shape' };

/** What to do about an event. Unknown ones also cause a re-read: it costs a call, a missed change costs more. */
export function planFor({ message, about, aboutId, customerId }: EventHead): Plan {
  const isKnown = message !== null && Object.hasOwn(eventMeanings, message);
  const meaning = isKnown ? eventMeanings[message] : undefined;
  const calloutId = about === 'callout' ? aboutId : null;
  if (calloutId !== null && meaning?.about !== 'customer') {
    const { stage = null, isMessage = false } = meaning ?? {};
    return { kind: 'callout', calloutId, stage, isMessage };
  }
  if (customerId !== null && meaning?.about !== 'callout') {
    return { kind: 'customer', customerId, isCreation: meaning?.isCreation ?? false };
  }
  return { kind: 'nothing', problem: message === null || isKnown ? 'unknown_shape' : 'unknown_event' };
}

/** AURA reports our own creations, mostly within a second. */
const CREATION_WINDOW_MS = 120_000;

/** Our copy of a customer's subscription: since when they are ours, and when AURA last reported it. */
export type CustomerCopy = { createdAt: Date; reportedAt: Date | null; isDeleted: boolean };

/** Whether an event is redundant: AURA was read after it, or it only reports what we have just created. */
export function isRedundant(
  event: { heardAt: Date; isCreation: boolean; isReplayed: boolean },
  { createdAt, reportedAt, isDeleted }: CustomerCopy,
): boolean {
  if (isDeleted) return true;
  if (event.isReplayed) return false;
  if (reportedAt !== null && reportedAt > event.heardAt) return true;
  return event.isCreation && event.heardAt.getTime() - createdAt.getTime() < CREATION_WINDOW_MS;
}

/** The last attempt is about ten minutes after the first: longer than a press can take to reach AURA. */
export const MAX_ATTEMPTS = 14;
const BACKOFF = { firstMs: 1_000, longestMs: 60_000 };

/** Exponential backoff; null to give up. Without jitter: events that are due together share one read. */
export function retryAfterMs(attempts: number): number | null {
  return attempts >= MAX_ATTEMPTS ? null : backoffMs(attempts, 0, BACKOFF);
}
