import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Outcome, outcomeSchema } from './answers.ts';

const WAITING_MS = 5_000;
const COMPLETE_MS = 60_000;

export function outcomeQuery(calloutId: number, initialData: Outcome) {
  return queryOptions({
    queryKey: ['outcome', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/callouts/${calloutId}/outcome`, outcomeSchema, { signal }),
    initialData,
    refetchInterval: ({ state: { data } }) => (data?.report && data.mapUrl ? COMPLETE_MS : WAITING_MS),
  });
}
