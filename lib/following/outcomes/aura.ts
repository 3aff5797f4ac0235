import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';

// What AURA has of a callout after its close, and what it is told of it.

const DEADLINE_MS = 4_000;

/** AURA's report; null while it has none, or does not answer. */
export async function fetchReport(calloutId: number): Promise<Record<string, unknown> | null> {
  const answer = await orNull(() =>
    auraClient().readResolutionReport({ calloutId }, { deadlineMs: DEADLINE_MS }),
  );
  return answer?.report ?? null;
}

/** The address of AURA's map; null while it has none, or does not answer. */
export async function fetchMapUrl(calloutId: number): Promise<string | null> {
  const answer = await orNull(() => auraClient().readMap({ calloutId }, { deadlineMs: DEADLINE_MS }));
  return answer?.url ?? null;
}

async function orNull<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AuraError) return null;
    throw error;
  }
}

export type Rating = { calloutId: number; rating: number; words: string | null; mayContact: boolean };

/** Tells AURA once what the person thinks. `queued`: certainly not taken, so it may be told again. */
export async function sendRating(rating: Rating): Promise<'sent' | 'failed' | 'queued' | 'unsure'> {
  try {
    await auraClient().rateCallout(
      {
        calloutId: rating.calloutId,
        rating: rating.rating,
        ...(rating.words ? { additionalDetails: rating.words } : {}),
        customerAllowedToBeContacted: rating.mayContact,
      },
      { deadlineMs: DEADLINE_MS },
    );
    return 'sent';
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    if (error.endpoint !== 'rateCallout') return 'queued';
    if (error.kind === 'unauthorised' || error.kind === 'rate_limited') return 'queued';
    const isRefusal = ['invalid_request', 'forbidden', 'not_found', 'conflict'].includes(error.kind);
    return isRefusal ? 'failed' : 'unsure';
  }
}
