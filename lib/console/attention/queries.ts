import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Attention, attentionSchema, type ListAttention } from './schema.ts';

export function attentionQuery(asked: ListAttention, initial: Attention | undefined, isLive: boolean) {
  // A page comes with the rows of its first screen, and asks for more at once.
  const isInitial = asked.shown !== 'all' && asked.shown !== 'none' && (asked.whose ?? 'all') === 'all';
  return queryOptions({
    queryKey: ['attention', asked],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/attention?${fieldsOf(asked)}`, attentionSchema, { signal }),
    // Keep the shown list while another one loads.
    placeholderData: (before: Attention | undefined) => before ?? initial,
    ...(isInitial && initial ? { initialData: initial } : {}),
    // Many alerts arise by time alone, without a change notification.
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'press:*', 'attention:*'),
    refetchIntervalInBackground: true,
  });
}

function fieldsOf(asked: ListAttention): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
}
