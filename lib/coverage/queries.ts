import { queryOptions } from '@tanstack/react-query';
import { type CoveredHere, coverageSchema, coveredHereSchema } from '#lib/coverage/schema.ts';
import { fetchJson, postJson } from '#lib/platform/browser-fetch.ts';

/** The server refreshes every six hours. */
const AGAIN_MS = 3_600_000;

export function coverageQuery() {
  return queryOptions({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => fetchJson('/api/admin/coverage', coverageSchema, { signal }),
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
  });
}

const COVERED_TIMEOUT_MS = 8_000;

/** Whether AURA offers a kind of help at a place. Throws without an answer of ours. */
export async function askCovered(
  place: { latitude: number; longitude: number; responseTypeId: number | null },
  pressToken: string,
): Promise<CoveredHere> {
  const signal = AbortSignal.timeout(COVERED_TIMEOUT_MS);
  const response = await postJson('/api/panic/covered', place, { bearer: pressToken, signal });
  // A refusal is an answer, too: the connection works.
  return response.ok ? coveredHereSchema.parse(await response.json()) : { isCovered: null };
}
