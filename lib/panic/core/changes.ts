import { APP_FIRST_MS } from '#lib/panic/core/model.ts';
import type { PressProblem } from '#lib/vocabulary.ts';
import type { Change, Commit, Guard } from './commit.ts';
import type { Ending, LeasedPress, Moment, Press } from './press.ts';

// Every write to a press after its insert: its guard, and what it changes.

type Whose = Pick<Press, 'id' | 'personId'>;

const commit = ({ id, personId }: Whose, onlyIf: Guard, change: Change): Commit => ({
  pressId: id,
  personId,
  onlyIf,
  change,
});
const underLease = (press: LeasedPress): Guard => ({ leasedBy: press.lease.token });

/** How much longer than its call to AURA a lease lasts: time to write the outcome. */
const CLAIM_MARGIN_MS = 3_000;

export const leaseMs = (deadlineMs: number): number => deadlineMs + CLAIM_MARGIN_MS;

/** Leases the press to the process that presents the token, exactly one at a time. */
export function claiming(press: Whose, token: string, deadlineMs: number): Commit {
  return commit(press, { isFree: true }, { claimedBy: token, leaseMs: leaseMs(deadlineMs) });
}

/** Begins an attempt: the last check that the press may still be sent. The lease covers the whole call to AURA. */
export function beginning(press: LeasedPress, deadlineMs: number, { at, expiryMinutes }: Moment): Commit {
  const onlyIf = { ...underLease(press), isWithdrawalRequested: false, youngerThanMinutes: expiryMinutes };
  return commit(press, onlyIf, {
    leaseMs: leaseMs(deadlineMs),
    addAttempts: 1,
    set: { lastAttemptAt: at },
    keepFirst: { outcomeUnknownSince: at },
  });
}

type Learnt = { lastProblem?: PressProblem; outcomeUnknownSince?: Date | null; calloutId?: null };

/** Ends a lease without an end of the press: writes what was learnt, and when the press is due again. */
export function releasing(press: LeasedPress, inMs: number, learnt: Learnt = {}): Commit {
  return commit(press, underLease(press), { set: learnt, leaseMs: 0, dueInMs: inMs, dueWas: press.dueAt });
}

/** A press whose first attempt begins with its insert. */
export function asBegun<Kept extends Press>(press: Kept, at = press.receivedAt): Kept {
  return { ...press, attempts: 1, lastAttemptAt: at, outcomeUnknownSince: at };
}

/** Renews the lease; `calloutId` is linked to be cancelled. */
export function renewing(
  press: LeasedPress,
  deadlineMs: number,
  change: { calloutId?: number } = {},
): Commit {
  return commit(press, underLease(press), { set: change, leaseMs: leaseMs(deadlineMs) });
}

const ENDED = { outcomeUnknownSince: null } as const;

/** Ends a press that has no callout at AURA. */
export function ending(press: LeasedPress, as: Ending, at: Date, problem = press.lastProblem): Commit {
  const said = as === 'rejected' ? { lastProblem: problem } : {};
  const unlinked = as === 'withdrawn' ? { calloutId: null } : {};
  return commit(press, underLease(press), {
    set: { state: as, ...said, ...unlinked, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** Delivers a press: not one withdrawn meanwhile, nor by a callout that cannot be its answer. */
export function delivering(press: LeasedPress, calloutId: number, at: Date): Commit {
  const onlyIf = { ...underLease(press), isWithdrawalRequested: false, answeredBy: calloutId };
  return commit(press, onlyIf, {
    set: { state: 'delivered', calloutId, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** Ends a withdrawn press whose callout is cancelled at AURA. */
export function cancelling(press: LeasedPress, calloutId: number, at: Date): Commit {
  return commit(press, underLease(press), {
    set: { state: 'withdrawn', calloutId, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** As {@link delivering}, for a press that the caller has no lease on, also one that was rejected or expired. */
export function linking(press: Whose, calloutId: number, at: Date): Commit {
  const onlyIf: Guard = {
    states: ['recorded', 'rejected', 'expired'],
    isWithdrawalRequested: false,
    answeredBy: calloutId,
  };
  return commit(press, onlyIf, {
    set: { state: 'delivered', calloutId, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/**
 * Reopens a withdrawn press, although it may have ended, because an attempt of unknown outcome or a callout has turned
 * up. Refused when no withdrawal was requested, or when it ended with that same callout. `isNews` revokes the lease: its
 * holder does not know this and must not end the press.
 */
export function reopening(press: Whose, calloutId: number | null, at: Date, isNews = false): Commit {
  const onlyIf: Guard = {
    // A press may be rejected or expire while it is withdrawn, and AURA may have made a callout all the same.
    states: ['recorded', 'withdrawn', 'rejected', 'expired'],
    isWithdrawalRequested: true,
    ...(calloutId === null ? {} : { notEndedWith: calloutId }),
  };
  return commit(press, onlyIf, {
    set: { state: 'recorded', settledAt: null },
    keepFirst: { outcomeUnknownSince: at, lastAttemptAt: at },
    ...(isNews ? { leaseMs: 0 } : {}),
    dueInMs: 0,
  });
}

/** Records the withdrawal request; due soon, so that the worker carries it out if this process dies. */
export function requestingWithdrawal(press: Whose, at: Date): Commit {
  return commit(
    press,
    { personId: press.personId, states: ['recorded'] },
    { keepFirst: { withdrawRequestedAt: at }, dueInMs: APP_FIRST_MS },
  );
}

/** Another kind of help, chosen within the grace. */
export function choosing(press: Whose, responseTypeId: number): Commit {
  const { personId } = press;
  return commit(
    press,
    { personId, states: ['recorded'], isWithdrawalRequested: false, isHeld: true },
    { set: { responseTypeId } },
  );
}

/** *Send now*: ends the grace; due soon, so that the worker sends it if this process dies. */
export function endingGrace(press: Whose): Commit {
  const { personId } = press;
  return commit(
    press,
    { personId, states: ['recorded'], isWithdrawalRequested: false, isHeld: true },
    { endsGrace: true, dueInMs: APP_FIRST_MS },
  );
}
