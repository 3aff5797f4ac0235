import { unfitness } from '#lib/panic/core/model.ts';
import type { PressState } from '#lib/vocabulary.ts';
import { earliest, type Known, later, type Press } from './press.ts';

// A guarded write of one press, as data. The store turns it into one SQL statement; the simulator and the store's tests
// apply it here. Guard and change are atomic.

export type Guard = {
  /** The fencing token that must be current; absent where no lease is needed. */
  leasedBy?: string;
  states?: readonly PressState[];
  /** Whether a withdrawal must, or must not, have been requested. */
  isWithdrawalRequested?: boolean;
  /** By the database's clock. */
  youngerThanMinutes?: number;
  /** By the database's clock: no lease is running, and its grace has ended or its withdrawal was requested. */
  isFree?: true;
  /** By the database's clock: within its grace. */
  isHeld?: true;
  /** This callout can be an answer to it: see {@link Surroundings}. */
  answeredBy?: number;
  /** It has not ended with that same callout. */
  notEndedWith?: number;
  personId?: string;
};

type Columns = Pick<
  Press,
  | 'state'
  | 'calloutId'
  | 'settledAt'
  | 'lastProblem'
  | 'outcomeUnknownSince'
  | 'lastAttemptAt'
  | 'responseTypeId'
>;
type Instants = Pick<Press, 'outcomeUnknownSince' | 'lastAttemptAt' | 'withdrawRequestedAt'>;

export type Change = {
  set?: Partial<Columns>;
  /** Written only where the column is null. */
  keepFirst?: Partial<Instants>;
  addAttempts?: number;
  /** A new lease under this fencing token, for `leaseMs`. */
  claimedBy?: string;
  /** How long the lease runs from now; 0 ends it. */
  leaseMs?: number;
  /** Its grace ends now. */
  endsGrace?: true;
  /** When it is due again, from now. */
  dueInMs?: number;
  /** `dueAt` as read when it was claimed: an earlier due time written since then is kept. */
  dueWas?: Date;
};

export type Commit = { pressId: string; personId: string; onlyIf: Guard; change: Change };

/** What a guard needs to know besides the press. */
export type Surroundings = {
  at: Date;
  /** {@link canAnswer} for a callout of the database. */
  isAnswer: (press: Press, calloutId: number) => boolean;
};

/**
 * Whether a callout can be the answer to a press. One that is linked to a press with a withdrawal request is cancelled,
 * or about to be.
 */
export function canAnswer({ kind }: Press, known: Known, isLinkedToWithdrawn: boolean): boolean {
  return kind === 'test' || (unfitness(kind, known) === null && !isLinkedToWithdrawn);
}

function holds(press: Press, onlyIf: Guard, { at, isAnswer }: Surroundings): boolean {
  const { leasedBy, states, isWithdrawalRequested, youngerThanMinutes, answeredBy, notEndedWith, personId } =
    onlyIf;
  if (leasedBy !== undefined && press.lease?.token !== leasedBy) return false;
  if (states && !states.includes(press.state)) return false;
  if (isWithdrawalRequested !== undefined && isWithdrawalRequested !== (press.withdrawRequestedAt !== null))
    return false;
  if (youngerThanMinutes !== undefined) {
    if (press.receivedAt.getTime() <= at.getTime() - youngerThanMinutes * 60_000) return false;
  }
  if (onlyIf.isFree && !isFree(press, at)) return false;
  if (onlyIf.isHeld && !(press.sendsAt && press.sendsAt > at)) return false;
  if (answeredBy !== undefined && !isAnswer(press, answeredBy)) return false;
  if (notEndedWith !== undefined && press.state !== 'recorded' && press.calloutId === notEndedWith)
    return false;
  return personId === undefined || press.personId === personId;
}

function isFree({ state, lease, sendsAt, withdrawRequestedAt }: Press, at: Date): boolean {
  const isClaimed = lease !== null && lease.until >= at;
  const isReleased = sendsAt === null || sendsAt <= at || withdrawRequestedAt !== null;
  return state === 'recorded' && !isClaimed && isReleased;
}

/** The press after the write, or null when its guard does not hold. */
export function applyCommit(press: Press, { onlyIf, change }: Commit, around: Surroundings): Press | null {
  if (!holds(press, onlyIf, around)) return null;
  const { set, keepFirst, addAttempts = 0, leaseMs } = change;
  const after: Press = { ...press, ...set, attempts: press.attempts + addAttempts };
  if (keepFirst) {
    const { outcomeUnknownSince, lastAttemptAt, withdrawRequestedAt } = keepFirst;
    after.outcomeUnknownSince ??= outcomeUnknownSince ?? null;
    after.lastAttemptAt ??= lastAttemptAt ?? null;
    after.withdrawRequestedAt ??= withdrawRequestedAt ?? null;
  }
  if (change.endsGrace) after.sendsAt = around.at;
  const token = change.claimedBy ?? press.lease?.token;
  if (leaseMs === 0) after.lease = null;
  else if (leaseMs !== undefined && token !== undefined)
    after.lease = { token, until: later(around.at, leaseMs) };
  after.dueAt = dueAfter(press, change, around.at);
  return after;
}

function dueAfter(press: Press, { dueInMs, dueWas }: Change, at: Date): Date {
  if (dueInMs === undefined) return press.dueAt;
  const asked = later(at, dueInMs);
  const isAskedMeanwhile = dueWas !== undefined && press.dueAt.getTime() !== dueWas.getTime();
  return isAskedMeanwhile ? earliest(press.dueAt, asked) : asked;
}
