import { stageOfStatus } from '#lib/callouts/model.ts';
import type { Receipt, Sending } from '#lib/panic/core/schema.ts';
import type { Kind, PressProblem, PressState, Stage } from '#lib/vocabulary.ts';

// What may be done with a press, and what may be said of it. Time is passed in.

/** What a request waits for AURA before it answers with the truth so far. */
export const REQUEST_BUDGET_MS = 4_000;

/** How long after it was sent a request that we gave up may still arrive and be carried out. */
export const STRAY_REQUEST_MS = 10_000;

/** How long after its request a callout may turn up that still counts as that press's. */
export const LATE_ARRIVAL_MS = 60_000;

/** Before that a press is being handed over, and is no alarm yet. */
export const ON_ITS_WAY_MS = 1_000;

export type PressRecord = PressSituation & {
  id: string;
  state: PressState;
  settledAt: Date | null;
  attempts: number;
  /** The end of its grace; null when it was to be sent at once. */
  sendsAt: Date | null;
  /** Of a recorded press, only while it is called off at AURA for a withdrawal. */
  calloutId: number | null;
};

type HeldSituation = Pick<PressRecord, 'state' | 'sendsAt' | 'attempts' | 'withdrawRequestedAt'>;

/** Past its expiry a press is never sent by itself: help that comes an hour late is a second emergency. */
export function isExpired(receivedAt: Date, at: Date, expiryMinutes: number): boolean {
  return at.getTime() >= expiryOf(receivedAt, expiryMinutes).getTime();
}

export function expiryOf(receivedAt: Date, expiryMinutes: number): Date {
  return new Date(receivedAt.getTime() + expiryMinutes * 60_000);
}

/**
 * How long after the end of its grace the worker looks at a held press: the app that took it sends it at that end, and
 * two who ask for one claim at the same moment cost twice.
 */
export const HELD_MARGIN_MS = 500;

/** Whether a press is within its grace. The database holds it by its own clock; this is what is said of it. */
export function isHeld(press: HeldSituation, at: Date): boolean {
  const { state, sendsAt, attempts, withdrawRequestedAt } = press;
  return state === 'recorded' && attempts === 0 && !withdrawRequestedAt && sendsAt !== null && at < sendsAt;
}

/** When the worker first looks at a press: after the request that brought it. */
export function firstLookAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + REQUEST_BUDGET_MS);
}

export type PressSituation = {
  receivedAt: Date;
  hasFix: boolean;
  outcomeUnknownSince: Date | null;
  lastAttemptAt: Date | null;
  withdrawRequestedAt: Date | null;
  lastProblem: PressProblem | null;
};

/** How a press ends that is not sent any more, unless AURA turns out to have it. */
export type Ending = 'withdrawn' | 'rejected' | 'expired';

export type NextStep =
  | { kind: 'attempt' }
  /** No position: it goes to a place that AURA keeps for the customer, or stays with us until its expiry. */
  | { kind: 'keep' }
  /** AURA was never asked, or has answered: it ends here. */
  | { kind: 'end'; as: Ending }
  /** AURA may have a callout from an attempt: it is asked first. */
  | { kind: 'settle'; as: Ending }
  /** A request may still be on its way to AURA; asking now would miss what it makes. */
  | { kind: 'settle_later'; at: Date };

/** What to do with a recorded press that is claimed, at this moment. */
export function nextStep(press: PressSituation, at: Date, expiryMinutes: number): NextStep {
  const as = endingOf(press, at, expiryMinutes);
  if (as === null) return press.hasFix ? { kind: 'attempt' } : { kind: 'keep' };
  if (!press.outcomeUnknownSince) return { kind: 'end', as };
  const settleFrom = (press.lastAttemptAt ?? press.outcomeUnknownSince).getTime() + STRAY_REQUEST_MS;
  return at.getTime() >= settleFrom
    ? { kind: 'settle', as }
    : { kind: 'settle_later', at: new Date(settleFrom) };
}

function endingOf(press: PressSituation, at: Date, expiryMinutes: number): Ending | null {
  if (press.withdrawRequestedAt) return 'withdrawn';
  // AURA said no, but an attempt before that may have made a callout.
  if (press.lastProblem === 'no_subscription' || press.lastProblem === 'refused') return 'rejected';
  return isExpired(press.receivedAt, at, expiryMinutes) ? 'expired' : null;
}

/** Whether a press is still being handed to AURA, or AURA is asked what it has from it. */
export function sendingOf(
  press: PressSituation & { state: PressState },
  at: Date,
  expiryMinutes: number,
): Sending {
  if (press.state !== 'recorded') return 'no';
  switch (nextStep(press, at, expiryMinutes).kind) {
    case 'attempt':
      return 'yes';
    case 'keep':
    case 'end':
      return 'no';
    case 'settle':
    case 'settle_later':
      return 'asking';
  }
}

/**
 * Why the callout that AURA has open, and gives back for every press of its customer, is no answer to this one:
 * no responder may be coming because of a test, or of one that was called off. Null when it is an answer.
 */
export function unfitness(
  kind: Kind,
  known: { kind: Kind; stage: Stage } | null,
): 'test_open' | 'cancelled_open' | null {
  if (kind === 'test' || !known) return null;
  if (known.kind === 'test') return 'test_open';
  return known.stage === 'cancelled' ? 'cancelled_open' : null;
}

/** What AURA says of a callout besides its id; null where it says nothing. */
type CalloutFacts = { rawStatus: string | null; isTest: boolean | null; createdAt: Date | null };

/** {@link unfitness} by AURA's own words, which is all there is of a callout that we do not know. */
export function mismatchReason(kind: Kind, { rawStatus, isTest }: CalloutFacts) {
  const stage = stageOfStatus(rawStatus) ?? 'raised';
  return unfitness(kind, { kind: isTest ? 'test' : 'real', stage });
}

/** Two machines of ours may write down one moment so far apart. */
export const OUR_CLOCKS_APART_MS = 500;
/** Our clock and AURA's are not taken to be further apart, where AURA's was not heard. */
const CLOCKS_APART_MS = 60_000;
/** What tells the time at AURA and what dates a callout there may be two machines, and either may cut seconds off. */
const SAME_CLOCK_MS = 5_000;

/**
 * Whether AURA made a callout before it can have heard of a press. `aheadMs` is how far AURA's clock is ahead of ours
 * at least, below zero when it is behind; null where that is not known.
 */
export function isOlder(
  { createdAt }: CalloutFacts,
  receivedAt: Date,
  aheadMs: number | null = null,
): boolean {
  const leastMs = aheadMs === null ? -CLOCKS_APART_MS : aheadMs - SAME_CLOCK_MS;
  return createdAt !== null && createdAt.getTime() < receivedAt.getTime() + leastMs;
}

/** Whether a callout can have come of a press: it is of that kind, and was not there before. */
export function mayComeFrom(
  { kind, receivedAt }: { kind: Kind; receivedAt: Date },
  facts: CalloutFacts,
  knownSince: Date | null,
): boolean {
  if (facts.isTest !== null && facts.isTest !== (kind === 'test')) return false;
  if (knownSince && knownSince.getTime() < receivedAt.getTime() - OUR_CLOCKS_APART_MS) return false;
  return !isOlder(facts, receivedAt);
}

/**
 * Of the presses that a callout may come from, whose it is taken to be, the lowest first: one that is still wanted, one
 * that was given up, and only then one that was taken back, since that calls it off.
 */
export function adoptionOrder(press: { state: PressState; withdrawRequestedAt: Date | null }): number {
  if (press.withdrawRequestedAt) return 2;
  return press.state === 'recorded' ? 0 : 1;
}

/** Why AURA refused a press and what helps, in our words. */
export function rejectionReason(problem: PressProblem | null): string {
  return problem === 'no_subscription'
    ? 'AURA says that you have no active subscription, and sends nobody without one. Call now. Afterwards, ask whoever runs Vigil for you to renew it: pressing again before that will be refused, too.'
    : 'AURA did not accept this alarm. Call now. Pressing again may be refused, too; Vigil’s operators see that it was.';
}

/** The receipt: the only source of what a screen may claim about a press. */
export function receiptOf(press: PressRecord, at: Date, expiryMinutes: number): Receipt {
  const held = isHeld(press, at);
  return {
    pressId: press.id,
    state: held ? 'held' : press.state,
    sendsAt: held ? (press.sendsAt?.toISOString() ?? null) : null,
    problem: tellableProblem(press),
    sending: sendingOf(press, at, expiryMinutes),
    withdrawRequestedAt: press.withdrawRequestedAt?.toISOString() ?? null,
    attempts: press.attempts,
    calloutId: press.state === 'recorded' ? null : press.calloutId,
    receivedAt: press.receivedAt.toISOString(),
    asOf: at.toISOString(),
    ages: {
      receivedSeconds: secondsBetween(press.receivedAt, at),
      settledSeconds: press.settledAt ? secondsBetween(press.settledAt, at) : null,
    },
  };
}

// Duress-safe: a screen that is watched must not show that the code of a cancellation was right.
function tellableProblem({ state, lastProblem }: PressRecord): PressProblem | null {
  return state === 'delivered' || lastProblem === 'cancelled_open' ? null : lastProblem;
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
}
