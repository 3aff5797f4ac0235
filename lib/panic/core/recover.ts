import { betterFix, type Fix } from '#lib/geo/model.ts';
import { unfitness } from '#lib/panic/core/model.ts';
import type { JournalEntry } from './entry.ts';
import { ask, type Bettered, done, type Next } from './next.ts';
import { type CreatedCallout, earliest, type Known, later, type Moment, type Press } from './press.ts';
import { createdFrom } from './settle.ts';

// Recovery: a press moves from the journal into the database, which may have it already.

/**
 * Moves the journal's `kept` into the database as `entry`, which may have an added saved address, removes it from the
 * journal, and moves AURA's callout where its position was worse.
 */
export function handOver(entry: JournalEntry, kept: JournalEntry, moment: Moment): Next<null> {
  const { callout } = entry;
  if (!callout) return intoDatabase(entry, kept, null, moment);
  // Only the database knows that the callout is a test or cancelled; then the press is sent again.
  return ask('known', { calloutId: callout.calloutId }, (known, now) =>
    intoDatabase(entry, kept, known, now),
  );
}

function intoDatabase(entry: JournalEntry, kept: JournalEntry, known: Known, { at }: Moment): Next<null> {
  const { callout, pressId } = entry;
  const unfit = callout && unfitness(entry.kind, known);
  const created = callout && createdFrom(entry, callout, entry.settledAt ?? at);
  const marked = unfit ? { ...entry, lastProblem: unfit } : entry;
  return ask('recover', { entry: marked, created }, (bettered) =>
    ask('forget', { pressId, kept }, () => {
      const linked = () =>
        callout ? ask('place', { kind: 'linked', pressId, callout }, () => done(null)) : done(null);
      if (!entry.fix || !bettered?.calloutId) return linked();
      const { calloutId, before } = bettered;
      return ask('place', { kind: 'bettered', calloutId, before, fix: entry.fix }, linked);
    }),
  );
}

/** The row of a press that only the journal had. With a callout it is inserted open, and linked like any other. */
export function pressOf(entry: JournalEntry, hasCallout: boolean, at: Date): Press {
  const { pressId, personId, kind, receivedAt, sendsAt, fix, responseTypeId, attempts } = entry;
  const { lastAttemptAt, withdrawRequestedAt, lastProblem } = entry;
  const unknownSince = entry.outcomeUnknownSince ?? entry.lastAttemptAt ?? at;
  return {
    ...{ id: pressId, personId, kind, receivedAt, sendsAt, fix, responseTypeId, attempts },
    ...{ lastAttemptAt, withdrawRequestedAt, lastProblem, calloutId: null, lease: null },
    dueAt: sendsAt ?? at,
    state: hasCallout ? 'recorded' : entry.state,
    settledAt: hasCallout ? null : entry.settledAt,
    outcomeUnknownSince: hasCallout ? unknownSince : entry.outcomeUnknownSince,
  };
}

type Learnt = Partial<
  Pick<
    Press,
    | 'kind'
    | 'receivedAt'
    | 'fix'
    | 'responseTypeId'
    | 'lastProblem'
    | 'attempts'
    | 'outcomeUnknownSince'
    | 'lastAttemptAt'
    | 'withdrawRequestedAt'
  >
>;

/** The changes to a stored press from its journal entry; null for none. */
export function merging(
  row: Press,
  entry: JournalEntry,
  hasCallout: boolean,
  at: Date,
): { learnt: Learnt; isDueNow: boolean; bettered: Bettered | null } | null {
  // A press withdrawn before it arrived is dated by that request, but its callout may be as old as the press.
  const receivedAt = earliest(row.receivedAt, entry.receivedAt);
  if (row.state !== 'recorded' && row.state !== 'delivered') {
    const tried = {
      attempts: row.attempts + entry.attempts,
      lastAttemptAt: latest(row.lastAttemptAt, entry.lastAttemptAt),
    };
    const learnt = row.state === 'withdrawn' ? { ...tried, receivedAt, kind: entry.kind } : tried;
    return { learnt, isDueNow: false, bettered: null };
  }
  const better = betterOf(row.fix, entry.fix);
  if (row.state === 'delivered') {
    if (!better) return null;
    return {
      learnt: { fix: better },
      isDueNow: false,
      bettered: { before: row.fix, calloutId: row.calloutId },
    };
  }
  const attempts = attemptsOf(row, entry, pressOf(entry, hasCallout, at).outcomeUnknownSince);
  const learnt = attempts.withdrawRequestedAt ? { ...attempts, receivedAt } : attempts;
  // Chosen while the database was away, so after what it has.
  const chosen = entry.responseTypeId === null ? {} : { responseTypeId: entry.responseTypeId };
  const placed = better && !row.fix ? { lastProblem: entry.lastProblem } : {};
  return {
    learnt: { ...learnt, ...chosen, ...(better ? { fix: better } : {}), ...placed },
    isDueNow: true,
    bettered: null,
  };
}

function betterOf(fix: Fix | null, next: Fix | null): Fix | null {
  return next && (!fix || betterFix(fix, next) !== fix) ? next : null;
}

function attemptsOf(row: Press, entry: JournalEntry, unknownSince: Date | null) {
  const requestedAt = row.withdrawRequestedAt ?? entry.withdrawRequestedAt;
  // A person whose receipt said *delivered* after their withdrawal request relies on it.
  const reportedAt = entry.state === 'delivered' ? entry.settledAt : null;
  return {
    attempts: row.attempts + entry.attempts,
    outcomeUnknownSince: row.outcomeUnknownSince ?? unknownSince,
    lastAttemptAt: latest(row.lastAttemptAt, entry.lastAttemptAt),
    withdrawRequestedAt: reportedAt && requestedAt && reportedAt >= requestedAt ? null : requestedAt,
  };
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}

/**
 * A stored press with the changes from its journal entry. A press that is due now loses its lease: the holder does not
 * know of the changes and must not end it.
 */
export function merged(
  row: Press,
  { learnt, isDueNow }: NonNullable<ReturnType<typeof merging>>,
  at: Date,
): Press {
  const dueAt = row.sendsAt && row.sendsAt > at ? row.sendsAt : later(at, 0);
  return { ...row, ...learnt, ...(isDueNow ? { dueAt, lease: null } : {}) };
}

/** What follows the row in the same transaction. */
type Recovered = { made: CreatedCallout | null; reopensAt: Date | null };

/** The callout to link to the row, or since when the outcome is unknown, so that AURA is asked. */
export function afterRow(entry: JournalEntry, made: CreatedCallout | null, wasThere: boolean): Recovered {
  return { made, reopensAt: !made && wasThere ? entry.outcomeUnknownSince : null };
}
