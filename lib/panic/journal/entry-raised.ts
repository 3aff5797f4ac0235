import 'server-only';
import type { JournalEntry } from '#lib/panic/core/entry.ts';
import { entryReceipt } from '#lib/panic/core/journal.ts';
import type { Raised } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';

/** The answer to raising a press that the journal has. */
export function entryRaised(entry: JournalEntry, isNew: boolean): Raised {
  const receipt = entryReceipt(entry, now(), env.PRESS_EXPIRY_MINUTES);
  return { receipt, isNew, trackingUrl: trackingUrlOf(entry) };
}

/** AURA's tracking page, of a delivered press only. */
export function trackingUrlOf({ state, callout }: JournalEntry): string | null {
  return state === 'delivered' ? (callout?.trackingUrl ?? null) : null;
}
