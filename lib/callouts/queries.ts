import { queryOptions } from '@tanstack/react-query';
import {
  type Board,
  type BoardQuery,
  boardSchema,
  type Callout,
  calloutSchema,
} from '#lib/callouts/schema.ts';
import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';

// What the live pages re-read. Each answer carries its own instant, so a page can always say how old it is.

const CLOSED_MS = 30_000;

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
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'attention:*'),
    // A board on a wall, or behind another window, must be as current as one in front.
    refetchIntervalInBackground: true,
  });
}
