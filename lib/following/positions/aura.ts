import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';
import type { MeasuredFix } from './model.ts';

const DEADLINE_MS = 3_000;

/** Tells AURA where the person is. `closed` is AURA's status 285: it takes no more positions for this callout. */
export async function tellPosition(
  calloutId: number,
  { latitude, longitude, accuracyM }: MeasuredFix,
): Promise<'taken' | 'closed' | 'failed'> {
  const sent = await callAura((aura) =>
    aura.updateLocation(
      { calloutId, latitude, longitude, ...(accuracyM === null ? {} : { accuracy: accuracyM }) },
      { deadlineMs: DEADLINE_MS },
    ),
  );
  if (!sent.ok) return 'failed';
  return sent.value.closed ? 'closed' : 'taken';
}
