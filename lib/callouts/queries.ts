import { type Board, boardSchema, type Callout, calloutSchema } from '#lib/callouts/answers.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';
import { CLOSED_MS, pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';

// Queries of the live pages. Each answer carries its own instant, so a page can show its age.

/** Lists beside a stream: for missed changes only. */
const LIST_MS = 15_000;

export function calloutQuery(calloutId: number, initialData: Callout, isLive: boolean) {
  return queryOptions({
    queryKey: ['callout', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/callouts/${calloutId}`, calloutSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.closedAt ? CLOSED_MS : pollEveryMs(isLive)),
    meta: follows(`callout:${calloutId}`),
  });
}

export function boardQuery(query: BoardQuery, after: string | null, initialData: Board, isLive: boolean) {
  const fields = new URLSearchParams({ ...query, ...(after ? { after } : {}) });
  return queryOptions({
    queryKey: ['board', `${fields}`],
    queryFn: ({ signal }) => fetchJson(`/api/admin/callouts?${fields}`, boardSchema, { signal }),
    initialData,
    // Nothing in a list changes by time alone, and ages tick by themselves.
    refetchInterval: isLive ? LIST_MS : pollEveryMs(isLive),
    meta: follows('callout:*', 'attention:*'),
    // A wall board in a background window must stay current, too.
    refetchIntervalInBackground: true,
  });
}
