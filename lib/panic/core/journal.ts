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

// A press while the database is away: kept on the disk of one machine, and sent straight to AURA.

/** The entry with an attempt begun, whose outcome is unknown for now. */
export function withAttempt(entry: JournalEntry, at: Date): JournalEntry {
  const outcomeUnknownSince = entry.outcomeUnknownSince ?? at;
  return { ...entry, attempts: entry.attempts + 1, lastAttemptAt: at, outcomeUnknownSince };
}

type Clocks = Pick<Moment, 'at' | 'auraAheadMs'>;

/**
 * The entry after an attempt; `before` says whether an earlier outcome was unknown. It stays recorded, and is tried
 * again, while an outcome is unknown: also after a refusal.
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

// Without the database it is not known whether an older callout is a test or was cancelled. It is kept with the press,
// which counts as delivered only once that can be looked up.
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
 * The entry with the position of a repeat where that is the better one, else the same entry. A callout that AURA made
 * already is moved when the press goes into the database.
 */
export function withBetterFix(entry: JournalEntry, fix: Fix | null): JournalEntry {
  if (!fix || entry.state === 'rejected' || entry.withdrawRequestedAt) return entry;
  if (entry.fix && betterFix(entry.fix, fix) === entry.fix) return entry;
  return { ...entry, fix, lastProblem: entry.lastProblem === 'no_location' ? null : entry.lastProblem };
}

/** The entry with another kind of help, where it is still held, else the same entry. */
function withChoice(entry: JournalEntry, responseTypeId: number | null, at: Date): JournalEntry {
  const isOther = responseTypeId !== null && responseTypeId !== entry.responseTypeId;
  return isOther && isHeld(entry, at) ? { ...entry, responseTypeId } : entry;
}

/**
 * Whether an attempt may be made without the database: not within the grace, beside another attempt, or past the
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

/** The result of a request without the database. */
type Journaled =
  | { kind: 'entry'; entry: JournalEntry; isNew: boolean }
  | NotTheirs
  /** Neither AURA nor the disk has it. */
  | { kind: 'not_recorded' };

/**
 * Writes the press into the journal, or its better position into the entry that is there. A new press, and one that has
 * a position at last, is sent at once; its attempt is written as begun before that.
 */
export function raiseInJournal(fresh: JournalEntry): Next<Journaled> {
  const change = (kept: JournalEntry | null, { at, expiryMinutes }: Moment) => {
    if (kept && kept.personId !== fresh.personId) return null;
    const entry = kept ? withBetterFix(withChoice(kept, fresh.responseTypeId, at), fresh.fix) : fresh;
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
      // A grace that is not durable would lose the press with this process, so it is sent at once.
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

/** Makes an attempt that is written as begun; `follow` gets the entry after it. */
function askFor<Result>(
  begun: JournalEntry,
  unknownBefore: Date | null,
  follow: (entry: JournalEntry, isKept: boolean) => Next<Result>,
): Next<Result> {
  const { pressId, receivedAt, customerId, kind, fix, responseTypeId } = begun;
  if (!fix) return follow(begun, true);
  return ask('create', { pressId, receivedAt, customerId, kind, where: fix, responseTypeId }, (outcome) => {
    // Meanwhile it may have been withdrawn, or another attempt begun, whose outcome stays unknown.
    const change = (kept: JournalEntry | null, moment: Moment) => {
      const entry = kept ?? begun;
      const isLast = entry.attempts === begun.attempts;
      const before = { outcomeUnknownSince: isLast ? unknownBefore : entry.outcomeUnknownSince };
      return afterOutcome(entry, before, outcome, moment);
    };
    return ask('entry', { pressId, change, ...WHATEVER_IS_THERE }, ({ entry, isKept }) => {
      const after = entry ?? begun;
      // An open test is cancelled: otherwise every further attempt would get it again.
      const isTest = outcome.kind === 'created' && after.lastProblem === 'test_open';
      if (!isTest) return follow(after, isKept);
      const { calloutId } = outcome.callout;
      return ask('cancel', { calloutId }, () => follow(after, isKept));
    });
  });
}

/** Makes an attempt for a press of the journal, when it is due. */
export function tryEntry(pressId: string): Next<null> {
  const change = (kept: JournalEntry | null, { at, expiryMinutes }: Moment) =>
    kept && isDue(kept, at, expiryMinutes) ? withAttempt(kept, at) : null;
  return ask('entry', { pressId, change, isUnreadableAbsent: false }, ({ before, entry, isKept }) => {
    if (!before || !entry || entry === before || !isKept) return done(null);
    return askFor(entry, before.outcomeUnknownSince, () => done(null));
  });
}

/** Keeps AURA's answer to a press that is in the database, when writing the answer there failed. */
export function keepAnswer(fresh: JournalEntry, callout: AuraCallout): Next<JournalEntry> {
  const change = (kept: JournalEntry | null, moment: Moment) => {
    // An entry that is there already keeps its age and its withdrawal request.
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

/** Records the withdrawal request in the press's journal entry; null when there is none. */
export function withdrawInJournal(
  pressId: string,
  personId: string,
): Next<WithdrawalInJournal | 'unreadable' | null> {
  // Carried out once the press is in the database: only there can be seen whether another press needs the callout.
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
