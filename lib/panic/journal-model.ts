import type { CreateCalloutOutcome } from '#lib/panic/aura.ts';
import type { JournalEntry } from '#lib/panic/journal.ts';
import { isExpired, REQUEST_BUDGET_MS, receiptOf, retryDelayMs } from '#lib/panic/model.ts';
import type { Receipt } from '#lib/panic/schema.ts';

// What may be done with a press in the journal. Pure; time is passed in.

/** The entry after AURA was asked. A lost answer leaves it unsettled, and it is asked again. */
export function afterOutcome(entry: JournalEntry, outcome: CreateCalloutOutcome, at: Date): JournalEntry {
  switch (outcome.kind) {
    case 'created':
      return {
        ...entry,
        state: 'delivered',
        callout: outcome.callout,
        settledAt: at,
        unsettledSince: null,
        lastProblem: null,
      };
    case 'rejected':
      return {
        ...entry,
        state: 'rejected',
        settledAt: at,
        unsettledSince: null,
        lastProblem: outcome.problem,
      };
    case 'failed':
      return { ...entry, lastProblem: outcome.problem };
  }
}

/** Whether the press may be tried again without the database: never twice at once, never past its expiry. */
export function isDue(entry: JournalEntry, at: Date, expiryMinutes: number): boolean {
  if (entry.state !== 'recorded' || !entry.fix || isExpired(entry.receivedAt, at, expiryMinutes))
    return false;
  if (!entry.lastAttemptAt) return true;
  const pauseMs = REQUEST_BUDGET_MS + retryDelayMs(entry.attempts, 0);
  return at.getTime() - entry.lastAttemptAt.getTime() >= pauseMs;
}

/** The receipt of a press that only the journal knows. */
export function entryReceipt(entry: JournalEntry, at: Date, expiryMinutes: number): Receipt {
  return receiptOf(
    {
      id: entry.pressId,
      state: entry.state,
      receivedAt: entry.receivedAt,
      settledAt: entry.settledAt,
      attempts: entry.attempts,
      lastProblem: entry.lastProblem,
      calloutId: entry.callout?.calloutId ?? null,
      hasFix: entry.fix !== null,
      unsettledSince: entry.unsettledSince,
      lastAttemptAt: entry.lastAttemptAt,
      withdrawRequestedAt: null,
    },
    at,
    expiryMinutes,
  );
}
