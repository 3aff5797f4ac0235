import 'server-only';
import { type CalloutReading, toReading } from '#lib/callouts/aura.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { callAura } from '#lib/upstream/aura-client.ts';
import type { MeasuredFix } from './model.ts';

const DEADLINE_MS = 3_000;

/** `reading` is the callout in AURA's answer, if any. */
export type SendResult = { outcome: 'taken' | 'closed' | 'failed'; reading: CalloutReading | null };

/**
 * Sends a position to AURA, which returns the callout. Falls back to the plain path where this undocumented one fails.
 */
export async function sendPosition(calloutId: number, fix: MeasuredFix): Promise<SendResult> {
  const { latitude, longitude, accuracyM } = fix;
  const position = { calloutId, latitude, longitude, ...(accuracyM === null ? {} : { accuracy: accuracyM }) };
  const options = { deadlineMs: DEADLINE_MS };
  const returning = processSingleton('update-and-return', () => ({ isRefused: false }));
  if (!returning.isRefused) {
    const sent = await callAura((aura) => aura.updateLocationAndRead(position, options));
    if (sent.ok) {
      const { closed, callout } = sent.value;
      return { outcome: closed ? 'closed' : 'taken', reading: callout && toReading(callout) };
    }
    if (sent.outcome !== 'refused') return { outcome: 'failed', reading: null };
  }
  const sent = await callAura((aura) => aura.updateLocation(position, options));
  if (!sent.ok) return { outcome: 'failed', reading: null };
  returning.isRefused = true;
  return { outcome: sent.value.closed ? 'closed' : 'taken', reading: null };
}
