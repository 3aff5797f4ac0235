import { REQUEST_BUDGET_MS } from '#lib/panic/core/model.ts';
import { endingGrace, requestingWithdrawal } from './changes.ts';
import type { JournalEntry } from './entry.ts';
import { tryEntry, type WithdrawalInJournal, withdrawInJournal } from './journal.ts';
import { andThen, ask, done, type Next, type NotTheirs } from './next.ts';
import type { Moment, Press } from './press.ts';
import { deliver } from './raise.ts';

// Withdraws a press, or sends it before its grace has ended.

export type Answered =
  | { kind: 'press'; press: Press }
  | { kind: 'entry'; entry: JournalEntry }
  | NotTheirs
  | { kind: 'settled' }
  | { kind: 'unavailable' };

type Asking = {
  pressId: string;
  personId: string;
  /** The token may be revoked: it acts on the journal's presses, and on none of the database. */
  isUnchecked: boolean;
};

const UNAVAILABLE = done<Answered>({ kind: 'unavailable' });

/**
 * Withdraws a press that is not delivered. After an attempt of unknown outcome it stays *recorded* until AURA was asked
 * and its callout cancelled. A press that has not arrived yet is stored as withdrawn, unless too many are. For a press that only the journal
 * has, the request is kept there.
 */
export function withdraw(asking: Asking, moment: Moment): Next<Answered> {
  const { pressId, personId, isUnchecked } = asking;
  // The journal first: it may have an answer of AURA's that is not in the database, and its receipts must show a
  // request that the database takes.
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

/** The database may have the request from an earlier try, whose answer was lost; then that counts. */
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
    // It may have arrived since the first statement.
    return ask('commit', requestingWithdrawal({ id: pressId, personId }, at), (requested) =>
      requested ? carryOut(asking) : ended(asking),
    );
  });
}

/** A press that was withdrawn before it arrived; if it arrives, it is not sent. */
function unarrived({ pressId, personId }: Asking, at: Date): Press {
  return {
    ...{ id: pressId, personId, kind: 'real', state: 'withdrawn', receivedAt: at },
    ...{
      sendsAt: null,
      fix: null,
      responseTypeId: null,
      attempts: 0,
      outcomeUnknownSince: null,
      lastAttemptAt: null,
    },
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
    // Not stored, as the person has withdrawn too many that have not arrived: it is not said to be withdrawn.
    if (!press) return UNAVAILABLE;
    if (press.personId !== personId) return done<Answered>({ kind: 'not_theirs', knownBy: 'database' });
    return done<Answered>(press.state === 'withdrawn' ? { kind: 'press', press } : { kind: 'settled' });
  });
}

/**
 * Ends the grace of a held press and sends it at once. A press that is no longer held, or is withdrawn, does not change.
 * If this fails, it is sent at the end of its grace all the same.
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
  // An entry that is gone is in the database by now.
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
