import type { Fix } from '#lib/geo/model.ts';
import type { Kind, PressProblem, PressState, Stage } from '#lib/vocabulary.ts';

// The data of the press protocol.

/** A claim on a press that ends by itself; every write under it presents its fencing token. */
type Lease = { token: string; until: Date };

/** A press as the database keeps it. */
export type Press = {
  id: string;
  personId: string;
  kind: Kind;
  state: PressState;
  receivedAt: Date;
  /** The end of its grace: it is not sent before that. Null when it had none. */
  sendsAt: Date | null;
  fix: Fix | null;
  /** The kind of help that the person chose; null: the default. */
  responseTypeId: number | null;
  attempts: number;
  /** Since when an attempt's outcome is unknown, so that AURA may have a callout from it. */
  outcomeUnknownSince: Date | null;
  lastAttemptAt: Date | null;
  withdrawRequestedAt: Date | null;
  lastProblem: PressProblem | null;
  settledAt: Date | null;
  /** Of a recorded press, only while it is being cancelled at AURA for a withdrawal. */
  calloutId: number | null;
  dueAt: Date;
  lease: Lease | null;
};

/** A press under a lease, as it was when it was claimed. */
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

/** AURA's answer to an attempt. `mayExist`: AURA may have made a callout all the same. */
export type CreateOutcome =
  | { kind: 'created'; callout: AuraCallout }
  /** AURA refused; another attempt would be refused too. */
  | { kind: 'rejected'; problem: PressProblem; mayExist: boolean }
  /** No answer or a transient failure. A new attempt is safe: AURA returns the open callout. */
  | { kind: 'failed'; problem: PressProblem; mayExist: boolean };

/** Where help is to come: a position, or a place that AURA keeps for the customer. */
export type Whereabouts =
  | { latitude: number; longitude: number; accuracyM: number | null }
  | { predefinedLocationId: number };

/** An open callout in AURA's list. */
export type ActiveCallout = { customerId: number | null; callout: AuraCallout };

/** A callout to be stored; `stage` where we know more than AURA's raw status says. */
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

/** The stored facts of a callout; null when we do not know it. */
export type Known = { kind: Kind; stage: Stage; raisedAt: Date } | null;

/** Another press of the same person, which may need the same callout. */
export type OtherPress = Pick<
  Press,
  'id' | 'kind' | 'state' | 'calloutId' | 'lastAttemptAt' | 'withdrawRequestedAt'
>;

/** How a press ends that is no longer sent, unless AURA turns out to have it. */
export type Ending = 'withdrawn' | 'rejected' | 'expired';

/** The impure inputs of a rule, passed in with each event. */
export type Moment = {
  at: Date;
  /** In [0, 1), for jitter. */
  random: number;
  expiryMinutes: number;
  /** The least that AURA's clock is ahead of ours; null where that is not known. */
  auraAheadMs: number | null;
};

export const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

export const earliest = (one: Date, other: Date): Date => (one.getTime() <= other.getTime() ? one : other);
