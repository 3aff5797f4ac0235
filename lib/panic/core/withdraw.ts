import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { endingGrace, requestingWithdrawal } from './changes.ts';
import type { JournalEntry } from './entry.ts';
import { tryEntry, type WithdrawalInJournal, withdrawInJournal } from './journal.ts';
import { andThen, ask, done, type Next, type NotTheirs } from './next.ts';
import type { Moment, Press } from './press.ts';
import { deliver } from './raise.ts';

// A press is taken back, or sent before its grace has ended.

export type Answered =
  | { kind: 'press'; press: Press }
  | { kind: 'entry'; entry: JournalEntry }
  | NotTheirs
  | { kind: 'settled' }
  | { kind: 'unavailable' };

type Asking = {
  pressId: string;
  personId: string;
  /** Whose token may have been revoked acts on what was raised without the database, and on nothing that is in it. */
  isUnchecked: boolean;
};

const UNAVAILABLE = done<Answered>({ kind: 'unavailable' });

/**
 * Takes back a press that AURA does not have. When an attempt's outcome is unknown it stays *recorded* until AURA was
 * asked; what it has from the press is then cancelled there. One that has not arrived yet is withdrawn before it does.
 * The wish is kept in the journal beside a press that only that knows.
 */
export function withdraw(asking: Asking, moment: Moment): Next<Answered> {
  const { pressId, personId, isUnchecked } = asking;
  // The journal first: it knows what AURA answered when the database did not take that, and its receipts must know of
  // a wish that the database took.
  const journal = withdrawInJournal(pressId, personId);
  return andThen(journal, moment, (before, now): Next<Answered> => {
    if (before === 'unreadable') return UNAVAILABLE;
    if (before?.kind === 'not_theirs') return done(before);
    if (isUnchecked) return before ? done(answerOf(before)) : UNAVAILABLE;
    if (before?.kind === 'settled') return asTheDatabaseTook(asking);
    return ask(
      'commit',
      requestingWithdrawal({ id: pressId, personId }, now.at),
      (requested, at) =>
        requested ? carryOut(asking) : inJournal(asking, before, at, (last) => beforeItArrives(asking, last)),
      (at) => inJournal(asking, before, at, () => UNAVAILABLE),
    );
  });
}

function answerOf(found: WithdrawalInJournal): Answered {
  return found.kind === 'requested' ? { kind: 'entry', entry: found.entry } : found;
}

/** The wish was taken by the database at an earlier try, whose answer was lost: then that is what stands. */
function asTheDatabaseTook(asking: Asking): Next<Answered> {
  const settled = done<Answered>({ kind: 'settled' });
  return ask(
    'find',
    { pressId: asking.pressId },
    (press) => {
      const isOwn = press?.personId === asking.personId && press.state === 'recorded';
      return isOwn && press.withdrawRequestedAt ? carryOut(asking) : settled;
    },
    () => settled,
  );
}

/** The press may have gone into the journal meanwhile. */
function inJournal(
  { pressId, personId }: Asking,
  before: WithdrawalInJournal | null,
  moment: Moment,
  otherwise: (moment: Moment) => Next<Answered>,
): Next<Answered> {
  if (before) return done(answerOf(before));
  return andThen(withdrawInJournal(pressId, personId), moment, (found, now) => {
    if (found === 'unreadable') return UNAVAILABLE;
    return found ? done(answerOf(found)) : otherwise(now);
  });
}

function beforeItArrives(asking: Asking, moment: Moment): Next<Answered> {
  const { pressId, personId } = asking;
  return ask('insert', { press: unarrived(asking, moment.at), isBegun: false }, (inserted, { at }) => {
    if (inserted) return ended(asking);
    // It can arrive just now, between the first statement and this one.
    return ask('commit', requestingWithdrawal({ id: pressId, personId }, at), (requested) =>
      requested ? carryOut(asking) : ended(asking),
    );
  });
}

/** A press that was taken back before it arrived: should it arrive after all, it goes nowhere. */
function unarrived({ pressId, personId }: Asking, at: Date): Press {
  return {
    ...{ id: pressId, personId, kind: 'real', state: 'withdrawn', receivedAt: at },
    ...{ sendsAt: null, fix: null, attempts: 0, outcomeUnknownSince: null, lastAttemptAt: null },
    ...{ withdrawRequestedAt: at, lastProblem: null, settledAt: at, calloutId: null, dueAt: at, lease: null },
  };
}

function carryOut({ pressId }: Asking): Next<Answered> {
  return ask('letGo', { pressId }, (_none, moment) =>
    andThen(deliver(pressId, REQUEST_BUDGET_MS), moment, (press) =>
      done<Answered>(press ? { kind: 'press', press } : { kind: 'not_theirs', knownBy: null }),
    ),
  );
}

function ended({ pressId, personId }: Asking): Next<Answered> {
  return ask('find', { pressId }, (press) => {
    if (press?.personId !== personId) return done<Answered>({ kind: 'not_theirs', knownBy: 'database' });
    return done<Answered>(press.state === 'withdrawn' ? { kind: 'press', press } : { kind: 'settled' });
  });
}

/**
 * Ends the grace of a held press, which goes to AURA at once. Of a press that is not held any more, or was taken back,
 * nothing changes. Without an answer it is sent at the end of its grace all the same.
 */
export function sendNow(asking: Asking): Next<Answered> {
  const { pressId, personId, isUnchecked } = asking;
  const change = (kept: JournalEntry | null, { at }: Moment) =>
    kept?.personId === personId && kept.sendsAt && kept.sendsAt > at ? { ...kept, sendsAt: at } : null;
  return ask(
    'entry',
    { pressId, change, isUnreadableAbsent: false },
    ({ before }, moment) => {
      if (before && before.personId !== personId) {
        return done<Answered>({ kind: 'not_theirs', knownBy: 'journal' });
      }
      if (before) return andThen(tryEntry(pressId), moment, () => readEntry(asking));
      if (isUnchecked) return UNAVAILABLE;
      return ask(
        'commit',
        endingGrace({ id: pressId, personId }),
        (ended) =>
          ended
            ? carryOut(asking)
            : ask(
                'underWay',
                { pressId },
                () => asItStands(asking),
                () => UNAVAILABLE,
              ),
        () => UNAVAILABLE,
      );
    },
    () => UNAVAILABLE,
  );
}

function readEntry(asking: Asking): Next<Answered> {
  const { pressId } = asking;
  const asked = { pressId, change: () => null, isUnreadableAbsent: false };
  // Gone meanwhile: it is in the database by now.
  return ask(
    'entry',
    asked,
    ({ entry }) => (entry ? done<Answered>({ kind: 'entry', entry }) : asItStands(asking)),
    () => UNAVAILABLE,
  );
}

function asItStands({ pressId, personId }: Asking): Next<Answered> {
  return ask(
    'find',
    { pressId },
    (press) => {
      if (press?.personId === personId) return done<Answered>({ kind: 'press', press });
      return done<Answered>({ kind: 'not_theirs', knownBy: press ? 'database' : null });
    },
    () => UNAVAILABLE,
  );
}
