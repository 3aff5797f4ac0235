import type { PressProblem } from '#lib/vocabulary.ts';
import type { Change, Commit, Guard } from './commit.ts';
import type { Ending, LeasedPress, Moment, Press } from './press.ts';

// Every write that a press can get after its first: when it may be written, and what it changes.

type Whose = Pick<Press, 'id' | 'personId'>;

const commit = ({ id, personId }: Whose, onlyIf: Guard, change: Change): Commit => ({
  pressId: id,
  personId,
  onlyIf,
  change,
});
const underLease = (press: LeasedPress): Guard => ({ leasedBy: press.lease.token });

/** How much longer than its call to AURA a claim lasts: time to write the outcome down. */
const CLAIM_MARGIN_MS = 3_000;

export const leaseMs = (deadlineMs: number): number => deadlineMs + CLAIM_MARGIN_MS;

/** It is in the hands of whoever shows the token: for exactly one process at a time. */
export function claiming(press: Whose, token: string, deadlineMs: number): Commit {
  return commit(press, { isFree: true }, { claimedBy: token, leaseMs: leaseMs(deadlineMs) });
}

/** AURA is about to be asked: the last look at whether it still may be. The claim covers the whole of the call. */
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

/** A claim is given up without an end, with what was learnt and when the press is looked at again. */
export function releasing(press: LeasedPress, inMs: number, learnt: Learnt = {}): Commit {
  return commit(press, underLease(press), { set: learnt, leaseMs: 0, dueInMs: inMs, dueWas: press.dueAt });
}

/** A press with its first attempt begun, which it is committed with. */
export function asBegun<Kept extends Press>(press: Kept, at = press.receivedAt): Kept {
  return { ...press, attempts: 1, lastAttemptAt: at, outcomeUnknownSince: at };
}

/** The claim goes on for as long again; `calloutId` is linked, to be called off. */
export function renewing(
  press: LeasedPress,
  deadlineMs: number,
  change: { calloutId?: number } = {},
): Commit {
  return commit(press, underLease(press), { set: change, leaseMs: leaseMs(deadlineMs) });
}

const ENDED = { outcomeUnknownSince: null } as const;

/** The end of a press of which AURA has nothing. */
export function ending(press: LeasedPress, as: Ending, at: Date, problem = press.lastProblem): Commit {
  const said = as === 'rejected' ? { lastProblem: problem } : {};
  const unlinked = as === 'withdrawn' ? { calloutId: null } : {};
  return commit(press, underLease(press), {
    set: { state: as, ...said, ...unlinked, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** AURA has it: not of a press that was taken back meanwhile, nor by a callout that is no answer to it. */
export function delivering(press: LeasedPress, calloutId: number, at: Date): Commit {
  const onlyIf = { ...underLease(press), isWithdrawalRequested: false, answeredBy: calloutId };
  return commit(press, onlyIf, {
    set: { state: 'delivered', calloutId, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** It was taken back, and its callout is cancelled at AURA. */
export function cancelling(press: LeasedPress, calloutId: number, at: Date): Commit {
  return commit(press, underLease(press), {
    set: { state: 'withdrawn', calloutId, settledAt: at, ...ENDED },
    leaseMs: 0,
  });
}

/** The same as {@link delivering} for a press in nobody's hands, or not in the caller's: whatever had become of it. */
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
 * Has AURA asked about a press that was taken back, although it may have ended: an attempt of unknown outcome, or
 * a callout, has turned up. Refused when it was not taken back, or has ended with that very callout. `isNews`: whoever has
 * it in hand decides by what they know, and must not end it.
 */
export function reopening(press: Whose, calloutId: number | null, at: Date, isNews = false): Commit {
  const onlyIf: Guard = {
    // AURA may refuse or be given up on while the person takes the press back, and have made a callout all the same.
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

/** The person's wish to have it back, which the worker carries out should this process not. */
export function requestingWithdrawal(press: Whose, at: Date): Commit {
  return commit(
    press,
    { personId: press.personId, states: ['recorded'] },
    { keepFirst: { withdrawRequestedAt: at }, dueInMs: 0 },
  );
}

/** *Send now*: what was left of its grace is given up. */
export function endingGrace(press: Whose): Commit {
  const { personId } = press;
  return commit(
    press,
    { personId, states: ['recorded'], isWithdrawalRequested: false, isHeld: true },
    { endsGrace: true, dueInMs: 0 },
  );
}
