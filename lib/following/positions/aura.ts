import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import type { MeasuredFix } from './model.ts';

const DEADLINE_MS = 3_000;

/** Tells AURA where the person is. `closed` is AURA's status 285: it takes no more positions for this callout. */
export async function tellPosition(
  calloutId: number,
  { latitude, longitude, accuracyM }: MeasuredFix,
): Promise<'taken' | 'closed' | 'failed'> {
  try {
    const answer = await auraClient().updateLocation(
      { calloutId, latitude, longitude, accuracy: accuracyM },
      { deadlineMs: DEADLINE_MS },
    );
    return answer.closed ? 'closed' : 'taken';
  } catch (error) {
    if (error instanceof AuraError) return 'failed';
    throw error;
  }
}
