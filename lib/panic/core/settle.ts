import { mayComeFrom, mismatchReason, STRAY_REQUEST_MS, unfitness } from '#lib/panic/core/model.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { cancelling, delivering, ending, linking, releasing, renewing, reopening } from './changes.ts';
import { ask, done, type Next } from './next.ts';
import type {
  AuraCallout,
  CreatedCallout,
  Ending,
  Known,
  LeasedPress,
  Moment,
  OtherPress,
  Press,
} from './press.ts';

// Ends a press for which AURA has, or may have, a callout.

/** The press when it was delivered, else null. */
export type Outcome = Press | null;

const NOTHING = done<Outcome>(null);

/** One write, with nothing after it. */
export function write(commit: ReturnType<typeof releasing>): Next<Outcome> {
  return ask('commit', commit, () => NOTHING);
}

export function createdFrom(
  { personId, kind, fix }: Pick<Press, 'personId' | 'kind' | 'fix'>,
  { calloutId, rawStatus, trackingUrl, responseTypeId, isTest }: AuraCallout,
  at: Date,
): CreatedCallout {
  const saidKind = isTest ? 'test' : 'real';
  const facts = { calloutId, rawStatus, trackingUrl, responseTypeId };
  return { ...facts, personId, kind: isTest === null ? kind : saidKind, fix, at };
}

const cancelled = (created: CreatedCallout): CreatedCallout => ({ ...created, stage: 'cancelled' });

const pauseMs = (press: Press, { random }: Moment) => backoffMs(press.attempts + 1, random);

/** Reading the list counts no attempt, so the backoff grows with the time since the last one. */
export function askAgain(
  press: LeasedPress,
  moment: Moment,
  change: { calloutId?: null } = {},
): Next<Outcome> {
  const sinceMs = moment.at.getTime() - (press.lastAttemptAt ?? press.receivedAt).getTime();
  const doublings = Math.floor(Math.log2(Math.max(1, sinceMs / 1_000)));
  const inMs = backoffMs(Math.max(press.attempts + 1, doublings), moment.random);
  return write(releasing(press, inMs, change));
}

export function end(press: LeasedPress, as: Ending, { at }: Moment): Next<Outcome> {
  return write(ending(press, as, at));
}

export function unfitOf(press: Press, callout: AuraCallout, known: Known) {
  return mismatchReason(press.kind, callout) ?? unfitness(press.kind, known);
}

/** A leased press, and the deadline of one call to AURA. */
export type Leased = { press: LeasedPress; deadlineMs: number };

/** Renews the lease; `follow` gets the press with what has changed since it was claimed, or null without the lease. */
function renew(
  { press, deadlineMs }: Leased,
  change: { calloutId?: number },
  follow: (renewed: LeasedPress | null, moment: Moment) => Next<Outcome>,
): Next<Outcome> {
  return ask('commit', renewing(press, deadlineMs, change), (row, moment) => {
    if (!row) return follow(null, moment);
    // A recovered journal entry may have made it older, which decides whether the callout is its own.
    const { withdrawRequestedAt, receivedAt } = row;
    const calloutId = change.calloutId ?? press.calloutId;
    return follow({ ...press, withdrawRequestedAt, receivedAt, calloutId }, moment);
  });
}

/**
 * Ends a press with its callout: delivered, or, after a withdrawal request meanwhile, withdrawn with the callout
 * cancelled.
 */
export function endWithCallout(leased: Leased, callout: AuraCallout, moment: Moment): Next<Outcome> {
  const { press } = leased;
  const { calloutId } = callout;
  if (mismatchReason(press.kind, callout)) return notDelivered(leased, callout, moment.at);
  const asked = {
    commit: delivering(press, calloutId, moment.at),
    created: createdFrom(press, callout, moment.at),
    callout,
  };
  return ask('settle', asked, (settled, { at }) => {
    if (!settled) return notDelivered(leased, callout, at);
    const wasFirstAttempt = press.outcomeUnknownSince === null;
    // A better position may have arrived during the attempt.
    const placing = {
      kind: 'settled' as const,
      fix: settled.fix,
      callout,
      before: press.fix,
      wasFirstAttempt,
    };
    return ask('place', placing, () => done<Outcome>(settled));
  });
}

function notDelivered(leased: Leased, callout: AuraCallout, at: Date): Next<Outcome> {
  const { press, deadlineMs } = leased;
  return renew(leased, {}, (renewed) => {
    if (!renewed) return linkLate(press, callout, at);
    return ask('known', { calloutId: callout.calloutId }, (known, moment) => {
      const still = { press: renewed, deadlineMs };
      // An earlier request may be in flight: with this callout open it gets that, with it cancelled it would make one.
      if (renewed.withdrawRequestedAt && press.outcomeUnknownSince)
        return write(releasing(renewed, STRAY_REQUEST_MS));
      if (renewed.withdrawRequestedAt) return endWithdrawn(still, callout, known, moment);
      // Refused although it looks fit: it is being cancelled for another press.
      const problem = unfitOf(renewed, callout, known) ?? 'cancelled_open';
      return goOnTrying(still, callout, known, problem, moment);
    });
  });
}

/** Links the callout after the lease was lost: another process has the press, or has ended it without this answer. */
function linkLate(press: LeasedPress, callout: AuraCallout, at: Date): Next<Outcome> {
  const placing = ask('place', { kind: 'linked' as const, pressId: press.id, callout }, () => NOTHING);
  if (mismatchReason(press.kind, callout)) return placing;
  return andThenLinked(press, createdFrom(press, callout, at), false, () => placing);
}

/** Links a callout to a press that the caller has no lease on. */
export function andThenLinked<Result>(
  press: Pick<Press, 'id' | 'personId'>,
  created: CreatedCallout,
  isNews: boolean,
  follow: (moment: Moment) => Next<Result>,
): Next<Result> {
  const { calloutId, at } = created;
  const asked = {
    reopen: reopening(press, calloutId, at),
    deliver: linking(press, calloutId, at),
    created,
    isNews,
  };
  return ask('link', asked, (_none, moment) => follow(moment));
}

/**
 * AURA returned an open test or cancelled callout, which may bring no responder, so the press does not count as
 * delivered: a test is cancelled, and the press is sent again.
 */
function goOnTrying(
  { press }: Leased,
  callout: AuraCallout,
  known: Known,
  problem: 'test_open' | 'cancelled_open',
  moment: Moment,
): Next<Outcome> {
  const isFirstTime = press.lastProblem !== problem;
  const { outcomeUnknownSince } = press;
  // No callout was made, so the outcome of this attempt is known.
  const again = (hasEnded: boolean, now: Moment) =>
    write(
      releasing(press, hasEnded && isFirstTime ? 0 : pauseMs(press, now), {
        lastProblem: problem,
        outcomeUnknownSince,
      }),
    );
  const mayEnd = problem === 'test_open' && known?.stage !== 'cancelled';
  if (!mayEnd) return again(false, moment);
  return ask('cancel', { calloutId: callout.calloutId }, (hasEnded, now) => {
    if (!hasEnded) return again(false, now);
    const created = cancelled({ ...createdFrom(press, callout, now.at), kind: 'test' });
    return ask('keepCallout', created, (_none, after) => again(true, after));
  });
}

/**
 * Whether another press needs the callout, so that withdrawing this one must not cancel it: the other `has` it, or, with
 * an attempt made and not settled, `may` get it.
 */
function useByOthers(
  press: Pick<Press, 'id' | 'kind'>,
  others: readonly OtherPress[],
  calloutId: number,
): 'has' | 'may' | null {
  let found: 'may' | null = null;
  for (const other of others) {
    if (other.id === press.id || other.withdrawRequestedAt) continue;
    // A test press does not keep a real press's callout open.
    if (press.kind === 'real' && other.kind === 'test') continue;
    if (other.calloutId === calloutId) return 'has';
    if (other.state === 'recorded' && other.lastAttemptAt) found = 'may';
  }
  return found;
}

/** {@link useByOthers} by the present state of the database. */
function readUseByOthers(
  press: LeasedPress,
  calloutId: number,
  follow: (use: 'has' | 'may' | null, moment: Moment) => Next<Outcome>,
): Next<Outcome> {
  const { id, personId } = press;
  return ask('others', { pressId: id, personId, calloutId }, (others, moment) =>
    follow(useByOthers(press, others, calloutId), moment),
  );
}

/**
 * Cancels the callout of a withdrawn press, unless another press needs it or it is older than this one. While another
 * press may still get it, this one waits. The callout is linked first, which durably stops it from answering any press;
 * only then are the others read for the last time, so that none can be delivered by it in between.
 */
export function endWithdrawn(
  leased: Leased,
  callout: AuraCallout,
  known: Known,
  moment: Moment,
): Next<Outcome> {
  const { press, deadlineMs } = leased;
  const { calloutId } = callout;
  const isOurs = mayComeFrom(press, callout, known?.raisedAt ?? null) && !unfitOf(press, callout, known);
  if (!isOurs) return end(press, 'withdrawn', moment);
  // Linked earlier, it may be cancelled already with the answer lost: that cannot be undone.
  const isFresh = press.calloutId !== calloutId;
  const link = () =>
    renew(leased, { calloutId }, (renewed) => {
      if (!renewed) return NOTHING;
      const still = { press: renewed, deadlineMs };
      return readUseByOthers(renewed, calloutId, (use, now) => {
        if (isFresh && use) return leaveTo(use, renewed, now);
        if (!isFresh && use === 'has') return end(renewed, 'withdrawn', now);
        return cancel(still, callout);
      });
    });
  if (!isFresh) return link();
  return readUseByOthers(press, calloutId, (use, now) => (use ? leaveTo(use, press, now) : link()));
}

function leaveTo(use: 'has' | 'may', press: LeasedPress, moment: Moment): Next<Outcome> {
  return use === 'has' ? end(press, 'withdrawn', moment) : askAgain(press, moment, { calloutId: null });
}

function cancel({ press }: Leased, callout: AuraCallout): Next<Outcome> {
  const { calloutId } = callout;
  return ask('cancel', { calloutId }, (isDone, moment) => {
    if (!isDone) return askAgain(press, moment);
    const created = cancelled(createdFrom(press, callout, moment.at));
    const commit = cancelling(press, calloutId, moment.at);
    return ask('settle', { commit, created, callout: null }, () => NOTHING);
  });
}
