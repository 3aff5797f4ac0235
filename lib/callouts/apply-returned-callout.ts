import 'server-only';
import type { CalloutReading } from '#lib/callouts/aura.ts';
import { applyReading } from '#lib/callouts/reading-store.ts';

/** Applies a callout that AURA returned with another call at `at`, which saves the poller a read. */
export async function applyReturnedCallout(
  calloutId: number,
  reading: CalloutReading,
  at: Date,
): Promise<void> {
  await applyReading(calloutId, reading, {}, 'device', at);
}
