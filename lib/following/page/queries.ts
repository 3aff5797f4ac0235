import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type OwnOpen, readOwnOpenAnswer, readTrackingShown } from './schema.ts';

/** The server answers concurrent frames from one probe, which a refusal may have followed: the second is newer. */
const ASKED = 2;
const ASKED_AGAIN_MS = 2_000;

/** Re-read after each load of the frame, since a script cannot see a refusal. */
export function trackingShownQuery(calloutId: number, loads: number) {
  return queryOptions({
    queryKey: ['tracking', calloutId, loads],
    queryFn: ({ signal }) =>
      fetchJson(`/api/callouts/${calloutId}/tracking`, { parse: readTrackingShown }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.dataUpdateCount < ASKED ? ASKED_AGAIN_MS : false),
  });
}

export function readOwnOpen(signal: AbortSignal): Promise<OwnOpen> {
  return fetchJson('/api/callouts/open', { parse: readOwnOpenAnswer }, { signal });
}
