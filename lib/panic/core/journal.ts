import { betterFix, type Fix } from '#lib/geo/model.ts';
import {
  isHeld,
  isOlder,
  mismatchReason,
  nextStep,
  REQUEST_BUDGET_MS,
  receiptOf,
} from '#lib/panic/core/model.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import type { JournalEntry } from './entry.ts';
import { ask, done, type Next, type NotTheirs } from './next.ts';
import type { AuraCallout, CreateOutcome, Moment } from './press.ts';

// A press without the database: on the disk of one machine, and straight to AURA.

/** The entry with an attempt begun: until its outcome is known, AURA may have a callout from it. */
export function withAttempt(entry: JournalEntry, at: Date): JournalEntry {
  const outcomeUnknownSince = entry.outcomeUnknownSince ?? at;
  return { ...entry, attempts: entry.attempts + 1, lastAttemptAt: at, outcomeUnknownSince };
}

/** Our time, and how far AURA's clock is ahead of ours at least; null where that is not known. */
type Clocks = Pick<Moment, 'at' | 'auraAheadMs'>;

/**
 * The entry after AURA was asked, which stood unsettled `before` that or not. An outcome that is not known leaves it
 * so, and it is asked again; a refusal too, while an attempt before it may have made a callout.
 */
export function afterOutcome(
  entry: JournalEntry,
  before: Pick<JournalEntry, 'outcomeUnknownSince'>,
  outcome: CreateOutcome,
  { at, auraAheadMs }: Clocks,
): JournalEntry {
  if (outcome.kind === 'created') return withCallout(entry, before, outcome.callout, { at, auraAheadMs });
  const outcomeUnknownSince = outcome.mayExist ? entry.outcomeUnknownSince : before.outcomeUnknownSince;
  const after = { ...entry, outcomeUnknownSince, lastProblem: outcome.problem };
  const hasEnded = outcome.kind === 'rejected' && outcomeUnknownSince === null && !entry.withdrawRequestedAt;
  return hasEnded ? { ...after, state: 'rejected', settledAt: at } : after;
}

// Without the database nobody knows whether an older callout is a test, or was called off: it is kept beside the
// press, which is not said to be with AURA before that can be looked up.
function withCallout(
  entry: JournalEntry,
  before: Pick<JournalEntry, 'outcomeUnknownSince'>,
  callout: AuraCallout,
  { at, auraAheadMs }: Clocks,
): JournalEntry {
  const unfit = mismatchReason(entry.kind, callout);
  if (unfit) return { ...entry, outcomeUnknownSince: before.outcomeUnknownSince, lastProblem: unfit };
  if (entry.withdrawRequestedAt || isOlder(callout, entry.receivedAt, auraAheadMs)) {
    return { ...entry, callout, lastProblem: null };
  }
  return {
    ...entry,
    state: 'delivered',
    callout,
    settledAt: at,
    outcomeUnknownSince: null,
    lastProblem: null,
  };
}

/**
 * The entry with the position that a repeat brought, where that is the better one; itself where it is not. AURA is
 * told of one that it has already when the press goes into the database.
 */
export function withBetterFix(entry: JournalEntry, fix: Fix | null): JournalEntry {
  if (!fix || entry.state === 'rejected' || entry.withdrawRequestedAt) return entry;
  if (entry.fix && betterFix(entry.fix, fix) === entry.fix) return entry;
  return { ...entry, fix, lastProblem: entry.lastProblem === 'no_location' ? null : entry.lastProblem };
}

/**
 * Whether the press may be tried without the database: never within its grace, never twice at once, never past its
 * expiry.
 */
export function isDue(entry: JournalEntry, at: Date, expiryMinutes: number): boolean {
  if (isHeld(entry, at)) return false;
  if (entry.state !== 'recorded' || nextStep(recordOf(entry), at, expiryMinutes).kind !== 'attempt')
    return false;
  if (!entry.lastAttemptAt) return true;
  const pauseMs = REQUEST_BUDGET_MS + backoffMs(entry.attempts, 0);
  return at.getTime() - entry.lastAttemptAt.getTime() >= pauseMs;
}

/** The receipt of a press that only the journal knows. */
export function entryReceipt(entry: JournalEntry, at: Date, expiryMinutes: number): Receipt {
  return receiptOf(recordOf(entry), at, expiryMinutes);
}

function recordOf({ pressId, fix, callout, ...entry }: JournalEntry) {
  return { ...entry, id: pressId, calloutId: callout?.calloutId ?? null, hasFix: fix !== null };
}

const WHATEVER_IS_THERE = { isUnreadableAbsent: true };

/** What a request without the database comes to. */
type Journaled =
  | { kind: 'entry'; entry: JournalEntry; isNew: boolean }
  | NotTheirs
  /** Nobody would ever know of it: neither AURA nor the disk took it. */
  | { kind: 'not_recorded' };

/**
 * The press as the journal has it from now on: as it came, or as it was, with the better of the two positions. When
 * it goes out, as a new one does, or one that has a position at last, the attempt is written down as begun.
 */
export function raiseInJournal(fresh: JournalEntry): Next<Journaled> {
  const change = (kept: JournalEntry | null, { at, expiryMinutes }: Moment) => {
    if (kept && kept.personId !== fresh.personId) return null;
    const entry = kept ? withBetterFix(kept, fresh.fix) : fresh;
    const goesOut = entry.attempts === 0 && isDue(entry, at, expiryMinutes);
    const after = goesOut ? withAttempt(entry, at) : entry;
    return after === kept ? null : after;
  };
  return ask(
    'entry',
    { pressId: fresh.pressId, change, ...WHATEVER_IS_THERE },
    ({ before, entry, isKept }, { at }) => {
      if (before && before.personId !== fresh.personId)
        return done({ kind: 'not_theirs', knownBy: 'journal' });
      if (!entry) return done({ kind: 'not_recorded' });
      const isNew = before === null;
      // A grace that nothing durable holds would lose the press with this process: then it goes at once.
      if (!isKept && isNew && isHeld(entry, at)) return raiseInJournal({ ...fresh, sendsAt: null });
      const unknownBefore = before?.outcomeUnknownSince ?? null;
      if (entry.attempts === (before?.attempts ?? 0)) {
        return done(isKept ? { kind: 'entry', entry, isNew } : { kind: 'not_recorded' });
      }
      return askFor(entry, unknownBefore, (after, isAfterKept) => {
        const isKnownOf = isKept || isAfterKept || after.state !== 'recorded';
        return done(isKnownOf ? { kind: 'entry', entry: after, isNew } : { kind: 'not_recorded' });
      });
    },
  );
}

/** One attempt of a press in the journal, written down as begun; what follows has the entry after it. */
function askFor<Result>(
  begun: JournalEntry,
  unknownBefore: Date | null,
  follow: (entry: JournalEntry, isKept: boolean) => Next<Result>,
): Next<Result> {
  const { pressId, customerId, kind, fix } = begun;
  if (!fix) return follow(begun, true);
  return ask('create', { customerId, kind, where: fix }, (outcome) => {
    // It may have been taken back meanwhile, or another attempt begun, whose outcome this answer does not tell.
    const change = (kept: JournalEntry | null, moment: Moment) => {
      const entry = kept ?? begun;
      const isLast = entry.attempts === begun.attempts;
      const before = { outcomeUnknownSince: isLast ? unknownBefore : entry.outcomeUnknownSince };
      return afterOutcome(entry, before, outcome, moment);
    };
    return ask('entry', { pressId, change, ...WHATEVER_IS_THERE }, ({ entry, isKept }) => {
      const after = entry ?? begun;
      // A test that is open there: it is ended, as the next attempt would only get it again.
      const isTest = outcome.kind === 'created' && after.lastProblem === 'test_open';
      if (!isTest) return follow(after, isKept);
      const { calloutId } = outcome.callout;
      return ask('cancel', { calloutId }, () => follow(after, isKept));
    });
  });
}

/** Hands a press of the journal to AURA without the database, when it is due. */
export function tryEntry(pressId: string): Next<null> {
  const change = (kept: JournalEntry | null, { at, expiryMinutes }: Moment) =>
    kept && isDue(kept, at, expiryMinutes) ? withAttempt(kept, at) : null;
  return ask('entry', { pressId, change, isUnreadableAbsent: false }, ({ before, entry, isKept }) => {
    if (!before || !entry || entry === before || !isKept) return done(null);
    return askFor(entry, before.outcomeUnknownSince, () => done(null));
  });
}

/** Keeps AURA's answer to a press that the database took, and then did not take the answer to. */
export function keepAnswer(fresh: JournalEntry, callout: AuraCallout): Next<JournalEntry> {
  const change = (kept: JournalEntry | null, moment: Moment) => {
    // What it knew of the press before stands: it is as old as that, and a wish to have it back counts.
    const before = kept?.personId === fresh.personId ? kept : fresh;
    if (before.state !== 'recorded') return null;
    const begun = withAttempt(before, fresh.receivedAt);
    return afterOutcome(begun, before, { kind: 'created', callout }, moment);
  };
  return ask('entry', { pressId: fresh.pressId, change, ...WHATEVER_IS_THERE }, ({ entry }) =>
    done(entry ?? fresh),
  );
}

export type WithdrawalInJournal =
  | { kind: 'requested'; entry: JournalEntry }
  | { kind: 'settled' }
  | NotTheirs;

/** Their wish to have it back, kept beside a press that only the journal knows; null when it does not know it. */
export function withdrawInJournal(
  pressId: string,
  personId: string,
): Next<WithdrawalInJournal | 'unreadable' | null> {
  // It is carried out when the press goes into the database: without that nobody knows whose help a callout is.
  const change = (kept: JournalEntry | null, { at }: Moment) =>
    kept && kept.personId === personId && kept.state === 'recorded'
      ? { ...kept, withdrawRequestedAt: kept.withdrawRequestedAt ?? at }
      : null;
  const unreadable = done<WithdrawalInJournal | 'unreadable' | null>('unreadable');
  return ask(
    'entry',
    { pressId, change, isUnreadableAbsent: false },
    ({ before, entry, isKept }) => {
      if (!before || !entry) return done(null);
      if (before.personId !== personId) return done({ kind: 'not_theirs', knownBy: 'journal' });
      if (before.state !== 'recorded') return done({ kind: 'settled' });
      return isKept ? done({ kind: 'requested', entry }) : unreadable;
    },
    () => unreadable,
  );
}
