import { CLOSED_MS, pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson, postJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Cancellations, cancellationsSchema } from './answers.ts';

const POST_TIMEOUT_MS = 8_000;

/** Says that the person is safe. True when Vigil has it; the answer reveals nothing else. */
export async function postCancel(calloutId: number, safeCode: string): Promise<boolean> {
  const response = await postJson(
    `/api/callouts/${calloutId}/cancel`,
    { safeCode },
    {
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    },
  );
  return response.ok;
}

export function cancellationsQuery(calloutId: number, initialData: Cancellations, isLive: boolean) {
  return queryOptions({
    queryKey: ['cancellations', calloutId],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/callouts/${calloutId}/cancellations`, cancellationsSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.isOpen ? pollEveryMs(isLive) : CLOSED_MS),
    meta: follows(`callout:${calloutId}`),
  });
}
