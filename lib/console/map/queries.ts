import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { calloutMapSchema } from './schema.ts';

export function calloutMapQuery(isLive: boolean) {
  return queryOptions({
    queryKey: ['callout-map'],
    queryFn: ({ signal }) => fetchJson('/api/admin/map', calloutMapSchema, { signal }),
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'age:*'),
    // A wall map in a background window must stay current, too.
    refetchIntervalInBackground: true,
  });
}
