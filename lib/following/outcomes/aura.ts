import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';

const DEADLINE_MS = 4_000;

/** AURA's report; null when it has none or does not answer. */
export async function fetchReport(calloutId: number): Promise<Record<string, unknown> | null> {
  const read = await callAura((aura) =>
    aura.readResolutionReport({ calloutId }, { deadlineMs: DEADLINE_MS }),
  );
  return read.ok ? (read.value.report ?? null) : null;
}

/** The URL of AURA's map; null when it has none or does not answer. */
export async function fetchMapUrl(calloutId: number): Promise<string | null> {
  const read = await callAura((aura) => aura.readMap({ calloutId }, { deadlineMs: DEADLINE_MS }));
  return read.ok ? (read.value.url ?? null) : null;
}

export type Rating = { calloutId: number; rating: number; words: string | null; mayContact: boolean };

const RATING_OUTCOMES = { refused: 'failed', not_done: 'queued', unsure: 'unsure' } as const;

/** Sends a rating once. `queued`: certainly not accepted, so a retry is safe. */
export async function sendRating(rating: Rating): Promise<'sent' | 'failed' | 'queued' | 'unsure'> {
  const sent = await callAura((aura) =>
    aura.rateCallout(
      {
        calloutId: rating.calloutId,
        rating: rating.rating,
        ...(rating.words ? { additionalDetails: rating.words } : {}),
        customerAllowedToBeContacted: rating.mayContact,
      },
      { deadlineMs: DEADLINE_MS },
    ),
  );
  return sent.ok ? 'sent' : RATING_OUTCOMES[sent.outcome];
}
