import 'server-only';
import type { CalloutReading } from '#lib/callouts/aura.ts';
import { applyReading } from '#lib/callouts/reading-store.ts';

/** Applies what AURA said of a callout in an answer to something else, asked at `at`: the poller need not read it then. */
export async function takeReading(calloutId: number, reading: CalloutReading, at: Date): Promise<void> {
  await applyReading(calloutId, reading, {}, 'device', at);
}
