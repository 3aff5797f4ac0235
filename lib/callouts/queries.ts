import { queryOptions } from '@tanstack/react-query';
import {
  type Board,
  boardSchema,
  type Callout,
  type CalloutDetail,
  calloutDetailSchema,
  calloutSchema,
} from '#lib/callouts/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';

// What the live pages re-read. Each answer carries its own instant, so a page can always say how old it is.

/** With the poller's own pace this keeps every page within five seconds of AURA. */
const LIVE_MS = 1_500;
const CLOSED_MS = 30_000;

export function calloutQuery(calloutId: number, initialData: Callout) {
  return queryOptions({
    queryKey: ['callout', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/callouts/${calloutId}`, calloutSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.closedAt ? CLOSED_MS : LIVE_MS),
  });
}

export function calloutDetailQuery(calloutId: number, initialData: CalloutDetail) {
  return queryOptions({
    queryKey: ['callout-detail', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/admin/callouts/${calloutId}`, calloutDetailSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.closedAt ? CLOSED_MS : LIVE_MS),
  });
}

export function boardQuery(after: string | null, initialData: Board) {
  return queryOptions({
    queryKey: ['board', after],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/callouts${after ? `?after=${after}` : ''}`, boardSchema, { signal }),
    initialData,
    refetchInterval: LIVE_MS,
    // A board on a wall, or behind another window, must be as current as one in front.
    refetchIntervalInBackground: true,
  });
}
