import { queryOptions } from '@tanstack/react-query';
import { type Board, boardSchema, type Callout, calloutSchema } from '#lib/callouts/answers.ts';
import type { BoardQuery } from '#lib/callouts/schema.ts';
import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';

// Queries of the live pages. Each answer carries its own instant, so a page can show its age.

const CLOSED_MS = 30_000;
/** Lists beside a stream: for missed changes only. */
const LIST_MS = 15_000;

/** `bearer` is a press token, where the browser sends no cookie. */
export function calloutQuery(calloutId: number, initialData: Callout, isLive: boolean, bearer?: string) {
  return queryOptions({
    queryKey: ['callout', calloutId],
    queryFn: ({ signal }) => readCallout(calloutId, { signal, ...(bearer ? { bearer } : {}) }),
    initialData,
    refetchInterval: (query) => (query.state.data?.closedAt ? CLOSED_MS : pollEveryMs(isLive)),
    meta: follows(`callout:${calloutId}`),
  });
}

/** Reads a callout with a press token, or else with the session cookie. */
export function readCallout(
  calloutId: number,
  options: { signal?: AbortSignal; bearer?: string },
): Promise<Callout> {
  return fetchJson(`/api/callouts/${calloutId}`, calloutSchema, options);
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
