import { stageOfStatus } from '#lib/callouts/model.ts';
import type { Receipt, Sending } from '#lib/panic/core/schema.ts';
import type { Kind, PressProblem, PressState, Stage } from '#lib/vocabulary.ts';

// The rules of a press: its next step, and what its receipt may state. Pure; time is passed in.

/** How long a request waits for AURA before it answers with the receipt so far. */
export const REQUEST_BUDGET_MS = 4_000;

/** How long after it was sent a request that timed out here may still be carried out by AURA. */
export const STRAY_REQUEST_MS = 10_000;

/** How long after its press's last attempt a callout may be made and still count as that press's. */
export const LATE_ARRIVAL_MS = 60_000;

/** A delivery that takes no longer than this raises no alert. */
export const ON_ITS_WAY_MS = 1_000;

export type PressRecord = PressSituation & {
  id: string;
  state: PressState;
  settledAt: Date | null;
  attempts: number;
  /** The end of its grace; null when it was to be sent at once. */
  sendsAt: Date | null;
  /** Of a recorded press, only while it is being cancelled at AURA for a withdrawal. */
  calloutId: number | null;
};

type HeldSituation = Pick<PressRecord, 'state' | 'sendsAt' | 'attempts' | 'withdrawRequestedAt'>;

/** Past its expiry a press is never sent: help that comes an hour late is a second emergency. */
export function isExpired(receivedAt: Date, at: Date, expiryMinutes: number): boolean {
  return at.getTime() >= expiryOf(receivedAt, expiryMinutes).getTime();
}

export function expiryOf(receivedAt: Date, expiryMinutes: number): Date {
  return new Date(receivedAt.getTime() + expiryMinutes * 60_000);
}

/**
 * How long the worker leaves a press to the app that sends or withdraws it now. Two processes that claim it at once
 * would both pay for it, and the app would answer its person without the outcome.
 */
export const APP_FIRST_MS = 500;

/** Whether a press is within its grace, for its receipt; the database decides by its own clock. */
export function isHeld(press: HeldSituation, at: Date): boolean {
  const { state, sendsAt, attempts, withdrawRequestedAt } = press;
  return state === 'recorded' && attempts === 0 && !withdrawRequestedAt && sendsAt !== null && at < sendsAt;
}

/** When a new press is first due for the worker: after the request that brought it. */
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

/** How a press ends that is no longer sent, unless AURA turns out to have it. */
export type Ending = 'withdrawn' | 'rejected' | 'expired';

export type NextStep =
  | { kind: 'attempt' }
  /** No position: sent to a place that AURA keeps for the customer, or not sent until its expiry. */
  | { kind: 'keep' }
  /** Every attempt's outcome is known: it ends now. */
  | { kind: 'end'; as: Ending }
  /** An outcome is unknown: AURA's list is read first. */
  | { kind: 'settle'; as: Ending }
  /** A request may still be in flight; AURA's list would not show its callout yet. */
  | { kind: 'settle_later'; at: Date };

/** The next step of a claimed, recorded press. */
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
  if (press.lastProblem === 'no_subscription' || press.lastProblem === 'refused') return 'rejected';
  return isExpired(press.receivedAt, at, expiryMinutes) ? 'expired' : null;
}

/** Whether a press is still being delivered, or AURA is asked whether it has it. */
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
 * Why the open callout, which AURA returns for every press of its customer, cannot be this one's answer: a test or a
 * cancelled callout may bring no responder. Null when it can.
 */
export function unfitness(
  kind: Kind,
  known: { kind: Kind; stage: Stage } | null,
): 'test_open' | 'cancelled_open' | null {
  if (kind === 'test' || !known) return null;
  if (known.kind === 'test') return 'test_open';
  return known.stage === 'cancelled' ? 'cancelled_open' : null;
}

/** What AURA says of a callout; null where it says nothing. */
type CalloutFacts = { rawStatus: string | null; isTest: boolean | null; createdAt: Date | null };

/** {@link unfitness} by AURA's answer alone, for a callout that we do not know. */
export function mismatchReason(kind: Kind, { rawStatus, isTest }: CalloutFacts) {
  const stage = stageOfStatus(rawStatus) ?? 'raised';
  return unfitness(kind, { kind: isTest ? 'test' : 'real', stage });
}

/** How far two of our own clocks may differ. */
export const OUR_CLOCKS_APART_MS = 500;
/** How far AURA's clock may differ from ours where it is not known. */
const CLOCKS_APART_MS = 60_000;
/** At AURA, the clock of the HTTP answer and that of `createdAt` may be two machines, and either may truncate. */
const SAME_CLOCK_MS = 5_000;

/**
 * Whether a callout is older than a press. `aheadMs` is the least that AURA's clock is ahead of ours, negative when it
 * is behind; null where that is not known.
 */
export function isOlder(
  { createdAt }: CalloutFacts,
  receivedAt: Date,
  aheadMs: number | null = null,
): boolean {
  const leastMs = aheadMs === null ? -CLOCKS_APART_MS : aheadMs - SAME_CLOCK_MS;
  return createdAt !== null && createdAt.getTime() < receivedAt.getTime() + leastMs;
}

/** Whether a press may have made a callout: the kinds agree, and the callout is not older. */
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
 * The order in which presses are candidates for an unlinked callout: open ones, then ended ones, and withdrawn ones
 * last, since adoption by those cancels it.
 */
export function adoptionOrder(press: { state: PressState; withdrawRequestedAt: Date | null }): number {
  if (press.withdrawRequestedAt) return 2;
  return press.state === 'recorded' ? 0 : 1;
}

/** Why AURA refused a press and what to do, as the person reads it. */
export function rejectionReason(problem: PressProblem | null): string {
  return problem === 'no_subscription'
    ? 'AURA says you have no active subscription. Without it, help does not come. Call now. Then ask for your subscription to be renewed.'
    : 'AURA did not accept this alarm. Call now. Vigil’s operators can see this.';
}

/** The receipt: the only source of what a screen may state about a press. */
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
