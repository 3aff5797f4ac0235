import { betterFix, type Fix } from '#lib/geo/model.ts';
import { unfitness } from '#lib/panic/core/model.ts';
import type { JournalEntry } from './entry.ts';
import { ask, type Bettered, done, type Next } from './next.ts';
import { type CreatedCallout, earliest, type Known, later, type Moment, type Press } from './press.ts';
import { createdFrom } from './settle.ts';

// A press goes from the journal into the database, which may have had it all along.

/**
 * Hands over what the journal has as `kept`, here as `entry` with what the database adds: looked up, written, removed, and
 * AURA's callout moved where its position was worse.
 */
export function handOver(entry: JournalEntry, kept: JournalEntry, moment: Moment): Next<null> {
  const { callout } = entry;
  if (!callout) return intoDatabase(entry, kept, null, moment);
  // Only now can it be seen that AURA gave back a test, or what was called off: then the press goes on being sent.
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

/** The row of a press that only the journal had. One that AURA has ends by the same write as any other, if it may. */
export function pressOf(entry: JournalEntry, hasCallout: boolean, at: Date): Press {
  const { pressId, personId, kind, receivedAt, sendsAt, fix, attempts } = entry;
  const { lastAttemptAt, withdrawRequestedAt, lastProblem } = entry;
  const unknownSince = entry.outcomeUnknownSince ?? entry.lastAttemptAt ?? at;
  return {
    ...{ id: pressId, personId, kind, receivedAt, sendsAt, fix, attempts },
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
    | 'lastProblem'
    | 'attempts'
    | 'outcomeUnknownSince'
    | 'lastAttemptAt'
    | 'withdrawRequestedAt'
  >
>;

/** What a press that the database has learns from the journal, and the callout to be moved, if one is. */
export function merging(
  row: Press,
  entry: JournalEntry,
  hasCallout: boolean,
  at: Date,
): { learnt: Learnt; isDueNow: boolean; bettered: Bettered | null } | null {
  // Taken back before it had arrived, it counts from that wish; what it made at AURA is as old as the press.
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
  // Without a position it waited for its expiry.
  const placed = better && !row.fix ? { lastProblem: entry.lastProblem } : {};
  return {
    learnt: { ...learnt, ...(better ? { fix: better } : {}), ...placed },
    isDueNow: true,
    bettered: null,
  };
}

function betterOf(fix: Fix | null, next: Fix | null): Fix | null {
  return next && (!fix || betterFix(fix, next) !== fix) ? next : null;
}

function attemptsOf(row: Press, entry: JournalEntry, unknownSince: Date | null) {
  const requestedAt = row.withdrawRequestedAt ?? entry.withdrawRequestedAt;
  // Whoever was told that AURA has it, after they had asked for it back, counts on that.
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
 * A press that is here with what the journal told. Whoever has it in hand does not know of that, and must not end it: what is
 * due now is in nobody's hands.
 */
export function merged(
  row: Press,
  { learnt, isDueNow }: NonNullable<ReturnType<typeof merging>>,
  at: Date,
): Press {
  const dueAt = row.sendsAt && row.sendsAt > at ? row.sendsAt : later(at, 0);
  return { ...row, ...learnt, ...(isDueNow ? { dueAt, lease: null } : {}) };
}

/** What the database has to find out while a press of the journal goes into it. */
type Recovered = { made: CreatedCallout | null; reopensAt: Date | null };

/** What follows the row: the callout that is linked to it, or that AURA is asked what it has. */
export function afterRow(entry: JournalEntry, made: CreatedCallout | null, wasThere: boolean): Recovered {
  return { made, reopensAt: !made && wasThere ? entry.outcomeUnknownSince : null };
}
