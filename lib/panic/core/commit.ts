import { unfitness } from '#lib/panic/core/model.ts';
import type { PressState } from '#lib/vocabulary.ts';
import { earliest, type Known, later, type Press } from './press.ts';

// A guarded write of one press, as data: the store makes one statement of it, the simulator and the tests of the store
// apply it here. Guards are looked at by whoever writes, in the same moment.

export type Guard = {
  /** The fencing token under which it is written; absent where no claim is needed. */
  leasedBy?: string;
  states?: readonly PressState[];
  /** Whether it was taken back must be so. */
  isWithdrawalRequested?: boolean;
  /** By the database's clock. */
  youngerThanMinutes?: number;
  /** By the database's clock: nobody has it in hand, and its grace has ended or it was taken back. */
  isFree?: true;
  /** By the database's clock: its grace has not ended. */
  isHeld?: true;
  /** This callout can be an answer to it: see {@link Surroundings}. */
  answeredBy?: number;
  /** It has not ended with that very callout. */
  notEndedWith?: number;
  personId?: string;
};

type Columns = Pick<
  Press,
  'state' | 'calloutId' | 'settledAt' | 'lastProblem' | 'outcomeUnknownSince' | 'lastAttemptAt'
>;
type Instants = Pick<Press, 'outcomeUnknownSince' | 'lastAttemptAt' | 'withdrawRequestedAt'>;

export type Change = {
  set?: Partial<Columns>;
  /** Written only where nothing stands yet. */
  keepFirst?: Partial<Instants>;
  addAttempts?: number;
  /** A new claim under this fencing token, as long as `leaseMs` says. */
  claimedBy?: string;
  /** How long the claim goes on from now; 0 ends it. */
  leaseMs?: number;
  /** Its grace ends now. */
  endsGrace?: true;
  /** When it is looked at again, from now. */
  dueInMs?: number;
  /** What made it due while it was in hand, after this instant was read, is not lost. */
  dueWas?: Date;
};

export type Commit = { pressId: string; personId: string; onlyIf: Guard; change: Change };

/** What of the rest of the database a guard needs. */
export type Surroundings = {
  at: Date;
  /** {@link canAnswer}, with what is known of the callout. */
  isAnswer: (press: Press, calloutId: number) => boolean;
};

/**
 * Whether a callout can be an answer to a press. One that is linked to a press that was taken back is cancelled, or about
 * to be.
 */
export function canAnswer({ kind }: Press, known: Known, isLinkedToWithdrawn: boolean): boolean {
  return kind === 'test' || (unfitness(kind, known) === null && !isLinkedToWithdrawn);
}

/** Whether the press stands as the guard demands. */
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
