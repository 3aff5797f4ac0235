import { CLOSED_MS, pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Status, statusSchema } from './schema.ts';

/** The answer carries its own instant, so a page can show its age. */
export function statusQuery(calloutId: number, initialData: Status, isLive: boolean) {
  return queryOptions({
    queryKey: ['callout-status', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/admin/callouts/${calloutId}`, statusSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.closedAt ? CLOSED_MS : pollEveryMs(isLive)),
    meta: follows(`callout:${calloutId}`),
  });
}
