// The sandbox's whole state: plain data, serialisable as JSON.
import type { FaultRule } from './control/faults.ts';
import { defaultPositions, type SwitchPositions } from './control/switches.ts';

export type Customer = {
  id: number;
  profile: { name: string; surname: string; mobile: string; [key: string]: unknown };
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
};

export type Subscription = {
  id: number;
  customerId: number;
  subscriptionTypeId: number;
  validFrom: string;
  validTo: string;
  cancelledAt: string | null;
  dependantCustomerIds: number[];
};

/** Control room steps in order. */
export const stepNames = ['own', 'dispatch', 'arrive', 'complete', 'close'] as const;
export type StepName = (typeof stepNames)[number];

export type Position = { latitude: number; longitude: number; accuracy: number | null; at: string };

export type Callout = {
  id: number;
  customerId: number;
  createdAt: string;
  responseTypeId: number;
  calloutClassificationId: number;
  predefinedLocationId: number | null;
  /** Newest last, limited in length. */
  trail: Position[];
  steps: { step: StepName; at: string }[];
  cancelledAt: string | null;
  /** When a wrong safe code was given, if the switch treats that as duress. */
  duressAt: string | null;
  events: CalloutEvent[];
  exceptionReasons: { exceptionReasonId: number; notes: string | null }[];
  trackingToken: string;
};

export type CalloutEvent = {
  id: number;
  text: string;
  source: 'customer' | 'control_room';
  createdAt: string;
};

/** Outcomes of a hosted signup; failed and cancelled may be retried. */
export const signupEndings = ['completed', 'failed', 'cancelled'] as const;
export type SignupEnding = (typeof signupEndings)[number];

export type SignupSession = {
  sessionId: string;
  /** Token of the hosted page's URL. */
  linkToken: string;
  returnUrl: string;
  email: string | null;
  customerReferenceId: string | null;
  siteDetails: unknown;
  ending: SignupEnding | null;
  endedAt: string | null;
  customerId: number | null;
};

export type RatingItem = { id: number; description: string; sentiment: string | null };

export type Rating = { id: number; calloutId: number; rating: number; items: RatingItem[] };

export type WebhookRegistration = { url: string; events: string[]; headers: Record<string, string> };

export type Sms = { to: string; body: string; at: string };

/** `isOwn`: issued to the customer rather than to us on their behalf. */
export type IssuedToken = { customerId: number | null; expiresAt: number; isOwn?: true };

/** A fixed location of a customer or of the customer source. */
export type FixedLocation = {
  id: number;
  customerId: number | null;
  externalReferenceId: string;
  latitude: string;
  longitude: string;
  details: Record<string, unknown>;
  isDeleted?: true;
};

export type Device = { id: number; customerId: number; deviceId: string; deviceSerial: string };

export type World = {
  lastId: number;
  /** Seed state of all randomness except tokens. */
  randomState: number;
  clockOffsetMs: number;
  tokenLifetimeS: number;
  switches: SwitchPositions;
  tokens: Record<string, IssuedToken>;
  customers: Record<string, Customer>;
  subscriptions: Record<string, Subscription>;
  callouts: Record<string, Callout>;
  fixedLocations: Record<string, FixedLocation>;
  devices: Record<string, Device>;
  signupSessions: Record<string, SignupSession>;
  ratings: Record<string, Rating>;
  webhook: WebhookRegistration | null;
  faults: FaultRule[];
  sms: Sms[];
};

export function emptyWorld(seed = 1): World {
  return {
    lastId: 100_000,
    randomState: seed,
    clockOffsetMs: 0,
    tokenLifetimeS: 3_600,
    switches: defaultPositions(),
    tokens: {},
    customers: {},
    subscriptions: {},
    callouts: {},
    fixedLocations: {},
    devices: {},
    signupSessions: {},
    ratings: {},
    webhook: null,
    faults: [],
    sms: [],
  };
}

export const subscriptionTypes = [
  { id: 4, value: 'WEB_SIGNUP_SINGLE' },
  { id: 5, value: 'WEB_SIGNUP_FAMILY' },
] as const;

export const exceptionReasons = [
  { id: 101, reason: 'False alarm' },
  { id: 102, reason: 'Help is no longer needed' },
  { id: 103, reason: 'Other' },
] as const;

export const ratingItems = [
  { id: 1, description: 'Speed of the response', sentiment: 'positive' },
  { id: 2, description: 'Waiting time', sentiment: 'negative' },
] as const;

export const responseTypes = [
  { id: 1, value: 'SECURITY', description: 'Security response' },
  { id: 2, value: 'MEDICAL', description: 'Medical response' },
] as const;
