import { betterFix, type Fix } from '#lib/geo/model.ts';
import type { CreateCalloutOutcome } from '#lib/panic/aura.ts';
import {
  isHeld,
  isOlder,
  mismatchReason,
  nextStep,
  type PressRecord,
  REQUEST_BUDGET_MS,
  receiptOf,
} from '#lib/panic/model.ts';
import type { Receipt } from '#lib/panic/schema.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import type { JournalEntry } from './journal.ts';

// What may be done with a press in the journal. Pure; time is passed in.

/** The entry with an attempt begun: until its outcome is known, AURA may have a callout from it. */
export function withAttempt(entry: JournalEntry, at: Date): JournalEntry {
  const outcomeUnknownSince = entry.outcomeUnknownSince ?? at;
  return { ...entry, attempts: entry.attempts + 1, lastAttemptAt: at, outcomeUnknownSince };
}

/** Our time, and how far AURA's clock is ahead of ours at least; null where that is not known. */
export type Clocks = { at: Date; auraAheadMs: number | null };

/**
 * The entry after AURA was asked, which stood unsettled `before` that or not. An outcome that is not known leaves it
 * so, and it is asked again; a refusal too, while an attempt before it may have made a callout.
 */
export function afterOutcome(
  entry: JournalEntry,
  before: Pick<JournalEntry, 'outcomeUnknownSince'>,
  outcome: CreateCalloutOutcome,
  { at, auraAheadMs }: Clocks,
): JournalEntry {
  if (outcome.kind === 'created') return withCallout(entry, before, outcome.callout, { at, auraAheadMs });
  const outcomeUnknownSince = outcome.mayExist ? entry.outcomeUnknownSince : before.outcomeUnknownSince;
  const after = { ...entry, outcomeUnknownSince, lastProblem: outcome.problem };
  const hasEnded = outcome.kind === 'rejected' && outcomeUnknownSince === null && !entry.withdrawRequestedAt;
  return hasEnded ? { ...after, state: 'rejected', settledAt: at } : after;
}

// Without the database it is not known whether an older callout is a test, or was called off: it is kept beside the
// press, which is not said to be with AURA before that can be looked up.
function withCallout(
  entry: JournalEntry,
  before: Pick<JournalEntry, 'outcomeUnknownSince'>,
  callout: NonNullable<JournalEntry['callout']>,
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
 * The entry with the position that a repeat brought, where that is the better one; itself where it is not. AURA
 * hears of one that it has already when the press goes into the database.
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

function recordOf({ pressId, fix, callout, ...entry }: JournalEntry): PressRecord {
  return { ...entry, id: pressId, calloutId: callout?.calloutId ?? null, hasFix: fix !== null };
}
