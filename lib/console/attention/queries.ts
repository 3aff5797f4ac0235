import { queryOptions } from '@tanstack/react-query';
import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type Attention, attentionSchema, type ListAttention } from './schema.ts';

export function attentionQuery(asked: ListAttention, initial: Attention, isLive: boolean) {
  return queryOptions({
    queryKey: ['attention', asked],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/attention?${new URLSearchParams(asked)}`, attentionSchema, { signal }),
    // Keep the shown list while a longer one loads.
    placeholderData: (before) => before ?? initial,
    ...(asked.shown === 'first' ? { initialData: initial } : {}),
    // Many alerts arise by time alone, without a change notification.
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'press:*', 'attention:*'),
    refetchIntervalInBackground: true,
  });
}
