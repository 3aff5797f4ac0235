import { queryOptions } from '@tanstack/react-query';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type OwnOpen, ownOpenSchema, trackingShownSchema } from './schema.ts';

/** The server answers concurrent frames from one probe, which a refusal may have followed: the second is newer. */
const ASKED = 2;
const ASKED_AGAIN_MS = 2_000;

/** Re-read after each load of the frame, since a script cannot see a refusal. */
export function trackingShownQuery(calloutId: number, loads: number) {
  return queryOptions({
    queryKey: ['tracking', calloutId, loads],
    queryFn: ({ signal }) =>
      fetchJson(`/api/callouts/${calloutId}/tracking`, trackingShownSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.dataUpdateCount < ASKED ? ASKED_AGAIN_MS : false),
  });
}

const OPEN_EVERY_MS = 15_000;

export function ownOpenQuery(initialData: OwnOpen | null) {
  return queryOptions({
    queryKey: ['own-open'],
    queryFn: ({ signal }) => fetchJson('/api/callouts/open', ownOpenSchema, { signal }),
    ...(initialData ? { initialData } : {}),
    refetchInterval: OPEN_EVERY_MS,
    meta: follows('callout:*', 'press:*'),
  });
}
