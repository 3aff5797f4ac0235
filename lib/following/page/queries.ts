import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { trackingShownSchema } from './schema.ts';

/** Asked anew each time that the frame has loaded something, which may be a refusal that no script can see. */
export function trackingShownQuery(calloutId: number, loads: number) {
  return queryOptions({
    queryKey: ['tracking', calloutId, loads],
    queryFn: ({ signal }) =>
      fetchJson(`/api/callouts/${calloutId}/tracking`, trackingShownSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
