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

// What becomes of a press when AURA has a callout for it, or may have one.

/** The press when AURA has it, else null. */
export type Outcome = Press | null;

const NOTHING = done<Outcome>(null);

/** Writes, and that is all. */
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

/** Asking counts no attempt: the pauses grow with the time since the last one. */
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

/** A press in hand, and how long one call to AURA takes at most. */
export type Leased = { press: LeasedPress; deadlineMs: number };

/** The press as in hand, with what the renewal of its claim told: it may have been taken back meanwhile. */
function renew(
  { press, deadlineMs }: Leased,
  change: { calloutId?: number },
  follow: (renewed: LeasedPress | null, moment: Moment) => Next<Outcome>,
): Next<Outcome> {
  return ask('commit', renewing(press, deadlineMs, change), (row, moment) => {
    if (!row) return follow(null, moment);
    // What a journal told meanwhile makes it older, and its callout its own.
    const { withdrawRequestedAt, receivedAt } = row;
    const calloutId = change.calloutId ?? press.calloutId;
    return follow({ ...press, withdrawRequestedAt, receivedAt, calloutId }, moment);
  });
}

/**
 * Ends a press with the callout that AURA has from it: delivered, or, when it was taken back meanwhile, withdrawn
 * with the callout cancelled.
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
    // A better position may have come in while AURA was asked with the one before.
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
      // An earlier request may be on its way: while this callout is open AURA gives it back, called off it would make one.
      if (renewed.withdrawRequestedAt && press.outcomeUnknownSince)
        return write(releasing(renewed, STRAY_REQUEST_MS));
      if (renewed.withdrawRequestedAt) return endWithdrawn(still, callout, known, moment);
      // Fit as far as is known, and yet no answer: it is being called off for another press.
      const problem = unfitOf(renewed, callout, known) ?? 'cancelled_open';
      return goOnTrying(still, callout, known, problem, moment);
    });
  });
}

/** Somebody else has the press by now, or has ended it without knowing of this answer. */
function linkLate(press: LeasedPress, callout: AuraCallout, at: Date): Next<Outcome> {
  const placing = ask('place', { kind: 'linked' as const, pressId: press.id, callout }, () => NOTHING);
  if (mismatchReason(press.kind, callout)) return placing;
  return andThenLinked(press, createdFrom(press, callout, at), false, () => placing);
}

/** Takes in a callout for a press that is in nobody's hands, or not in the caller's. */
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
 * AURA gave back the callout that it still has open, and nobody may be coming because of that one. What it does with
 * a real press then is not known, so the press is not said to be there: a test is ended, and the press goes again.
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
  // Nothing new was made, so the outcome of this attempt is known.
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
 * Whether a callout is another press's help, so that taking this one back must not call it off: the other `has` it, or,
 * asked for at AURA without a known end, `may` be about to get it.
 */
function useByOthers(
  press: Pick<Press, 'id' | 'kind'>,
  others: readonly OtherPress[],
  calloutId: number,
): 'has' | 'may' | null {
  let found: 'may' | null = null;
  for (const other of others) {
    if (other.id === press.id || other.withdrawRequestedAt) continue;
    // A test is nobody's help against a real press.
    if (press.kind === 'real' && other.kind === 'test') continue;
    if (other.calloutId === calloutId) return 'has';
    if (other.state === 'recorded' && other.lastAttemptAt) found = 'may';
  }
  return found;
}

/** {@link useByOthers}, as the database has it at that moment. */
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
 * Calls a callout off for a press that was taken back, unless it is somebody's help: another press's, or what was
 * there before this one. While another press may still get it, this one waits for that. It is linked first, and from
 * then on is no answer to any press, whatever becomes of this process; only then are the others looked at for the last
 * time, so that none can slip in between.
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
  // Linked earlier, it may have been cancelled already, and no answer came: then there is no way back.
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
