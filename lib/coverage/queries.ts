import { coverageSchema } from '#lib/coverage/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';

/** The server refreshes every six hours. */
const AGAIN_MS = 3_600_000;

export function coverageQuery() {
  return queryOptions({
    queryKey: ['coverage'],
    queryFn: ({ signal }) => fetchJson('/api/admin/coverage', coverageSchema, { signal }),
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
  });
}
