import { queryOptions } from '@tanstack/react-query';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type OwnOpen, ownOpenSchema, trackingShownSchema } from './schema.ts';

/** Asked anew each time that the frame has loaded something, which may be a refusal that no script can see. */
export function trackingShownQuery(calloutId: number, loads: number) {
  return queryOptions({
    queryKey: ['tracking', calloutId, loads],
    queryFn: ({ signal }) =>
      fetchJson(`/api/callouts/${calloutId}/tracking`, trackingShownSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

const OPEN_EVERY_MS = 15_000;

/** The person's own open callouts; asked now and then, and at once when something of theirs changed. */
export function ownOpenQuery(initialData: OwnOpen | null) {
  return queryOptions({
    queryKey: ['own-open'],
    queryFn: ({ signal }) => fetchJson('/api/callouts/open', ownOpenSchema, { signal }),
    ...(initialData ? { initialData } : {}),
    refetchInterval: OPEN_EVERY_MS,
    meta: follows('callout:*', 'press:*'),
  });
}
