import { backoffMs } from '#lib/platform/backoff.ts';
import type { Stage } from '#lib/vocabulary.ts';
import { type Delivery, deliverySchema } from '#lib/webhooks/schema.ts';

// What AURA's events mean, and how long one is tried again. Pure; time is passed in.

type Meaning =
  /** Re-read the callout. `stage` is what the event names; null where it names none. */
  | { about: 'callout'; stage: Stage | null; isTalk?: true }
  /** Re-read what we mirror of the customer. `isBirth`: it only tells that they, or their subscription, were made. */
  | { about: 'customer'; isBirth?: true };

/** One entry for each event that AURA documents, and for the deprecated name that older registrations still get. */
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
  // Also sent when one responder is stood down, which says nothing of the callout.
  CALLOUT_NO_LONGER_REQUIRES_RESPONSE: { about: 'callout', stage: null },
  CALLOUT_EVENTS_CHANGED: { about: 'callout', stage: null, isTalk: true },
  SUBSCRIPTION_CREATED: { about: 'customer', isBirth: true },
  SUBSCRIPTION_UPDATED: { about: 'customer' },
  SUBSCRIPTION_CANCELLED: { about: 'customer' },
  SUBSCRIPTION_CANCELLED_FAILED: { about: 'customer' },
  CREATED_CUSTOMER: { about: 'customer', isBirth: true },
};

const LONGEST_NAME = 100;

/** What is stored beside the body, so that events can be found and worked without opening it. */
export type EventHead = {
  message: string | null;
  about: 'callout' | 'customer' | 'subscription' | null;
  aboutId: number | null;
  customerId: number | null;
};

/** Reads a delivery as far as it can be read; never fails. */
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

// The name of an event is shown to operators and stored as text, which takes no control characters.
function printable(text: string): string {
  return text.replace(/\p{C}/gu, '').slice(0, LONGEST_NAME).toWellFormed();
}

export type Plan =
  | { kind: 'callout'; calloutId: number; stage: Stage | null; isTalk: boolean }
  | { kind: 'customer'; customerId: number; isBirth: boolean }
  | { kind: 'nothing'; problem: 'unknown_event' | 'unknown_shape' };

/**
 * What is to be done about an event. One that we do not know tells all the same that something happened to what it is
 * about: that is re-read, which costs a call, while a change that is missed costs more.
 */
export function planFor({ message, about, aboutId, customerId }: EventHead): Plan {
  const isKnown = message !== null && Object.hasOwn(eventMeanings, message);
  const meaning = isKnown ? eventMeanings[message] : undefined;
  const calloutId = about === 'callout' ? aboutId : null;
  if (calloutId !== null && meaning?.about !== 'customer') {
    const { stage = null, isTalk = false } = meaning ?? {};
    return { kind: 'callout', calloutId, stage, isTalk };
  }
  if (customerId !== null && meaning?.about !== 'callout') {
    return { kind: 'customer', customerId, isBirth: meaning?.isBirth ?? false };
  }
  return { kind: 'nothing', problem: message === null || isKnown ? 'unknown_shape' : 'unknown_event' };
}

/** AURA tells us of whom we have made ourselves, mostly within a second. */
const BIRTH_MS = 120_000;

/** What we keep of a customer's subscription: since when they are ours, and when AURA last told. */
export type Kept = { createdAt: Date; reportedAt: Date | null; isDeleted: boolean };

/**
 * Whether an event of a customer can tell us nothing that we do not have: AURA was asked after it came, or it only
 * tells of what we have just made. Whoever imports thousands would otherwise be told twice of each.
 */
export function isOldNews(
  event: { heardAt: Date; isBirth: boolean; isReplayed: boolean },
  { createdAt, reportedAt, isDeleted }: Kept,
): boolean {
  if (isDeleted) return true;
  if (event.isReplayed) return false;
  if (reportedAt !== null && reportedAt > event.heardAt) return true;
  return event.isBirth && event.heardAt.getTime() - createdAt.getTime() < BIRTH_MS;
}

/** The last of these tries is about ten minutes after the first: longer than a press can come out late. */
export const MOST_ATTEMPTS = 14;
const BACKOFF = { firstMs: 1_000, longestMs: 60_000 };

/**
 * How long after the `attempts`-th try an event is tried again; null when it is given up. Without jitter: events that come
 * back together cost one reading of their callout.
 */
export function retryAfterMs(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : backoffMs(attempts, 0, BACKOFF);
}
