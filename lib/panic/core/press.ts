import type { Fix } from '#lib/geo/model.ts';
import type { Kind, PressProblem, PressState, Stage } from '#lib/vocabulary.ts';

// What the protocol of a press is about, as plain data.

/** A claim on a press that ends by itself; whoever writes under it shows its fencing token. */
type Lease = { token: string; until: Date };

/** A press as the database keeps it. */
export type Press = {
  id: string;
  personId: string;
  kind: Kind;
  state: PressState;
  receivedAt: Date;
  /** The end of its grace: it is not sent before that. Null when it had none, or was released. */
  sendsAt: Date | null;
  fix: Fix | null;
  attempts: number;
  /** Since when an attempt's outcome is unknown: AURA may have a callout from it. */
  outcomeUnknownSince: Date | null;
  lastAttemptAt: Date | null;
  withdrawRequestedAt: Date | null;
  lastProblem: PressProblem | null;
  settledAt: Date | null;
  /** Of a recorded press, only while it is called off at AURA for a withdrawal. */
  calloutId: number | null;
  dueAt: Date;
  lease: Lease | null;
};

/** A press in the hands of one process, as it stood when that took it. */
export type LeasedPress = Press & { lease: Lease; customerId: number };

/** What AURA says of a callout; null where it says nothing. */
export type AuraCallout = {
  calloutId: number;
  rawStatus: string | null;
  trackingUrl: string | null;
  responseTypeId: number | null;
  isTest: boolean | null;
  createdAt: Date | null;
  place: { latitude: number; longitude: number } | null;
};

/** AURA's answer to an attempt. `mayExist`: whatever it was, AURA may have made a callout. */
export type CreateOutcome =
  | { kind: 'created'; callout: AuraCallout }
  /** AURA said no; asking again would get the same answer. */
  | { kind: 'rejected'; problem: PressProblem; mayExist: boolean }
  /** No answer or a passing failure: asking again is safe, AURA returns the callout that is open. */
  | { kind: 'failed'; problem: PressProblem; mayExist: boolean };

/** Where help is to come: a position, or a place that AURA keeps for the customer. */
export type Whereabouts =
  | { latitude: number; longitude: number; accuracyM: number | null }
  | { predefinedLocationId: number };

/** An open callout in AURA's list. */
export type ActiveCallout = { customerId: number | null; callout: AuraCallout };

/** A callout as it is to be kept; `stage` where we know more than AURA's words say. */
export type CreatedCallout = {
  calloutId: number;
  personId: string;
  kind: Kind;
  rawStatus: string | null;
  trackingUrl: string | null;
  responseTypeId: number | null;
  fix: Fix | null;
  at: Date;
  stage?: 'cancelled';
};

/** What we know of a callout from before. */
export type Known = { kind: Kind; stage: Stage; raisedAt: Date } | null;

/** Another press of the same person, as far as it matters to whose help a callout is. */
export type OtherPress = Pick<
  Press,
  'id' | 'kind' | 'state' | 'calloutId' | 'lastAttemptAt' | 'withdrawRequestedAt'
>;

/** How a press ends that is not sent any more, unless AURA turns out to have it. */
export type Ending = 'withdrawn' | 'rejected' | 'expired';

/** What an event brings along that a rule may not fetch by itself. */
export type Moment = {
  at: Date;
  /** In [0, 1), for jitter. */
  random: number;
  expiryMinutes: number;
  /** How far AURA's clock is ahead of ours at least; null where that is not known. */
  auraAheadMs: number | null;
};

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

export const earliest = (one: Date, other: Date): Date => (one.getTime() <= other.getTime() ? one : other);
