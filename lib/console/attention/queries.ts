import { queryOptions } from '@tanstack/react-query';
import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type Attention, attentionSchema, type ListAttention } from './schema.ts';

export function attentionQuery(asked: ListAttention, initial: Attention | undefined, isLive: boolean) {
  const isFirst = (asked.shown ?? 'first') === 'first' && (asked.whose ?? 'all') === 'all';
  return queryOptions({
    queryKey: ['attention', asked],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/attention?${fieldsOf(asked)}`, attentionSchema, { signal }),
    // Keep the shown list while another one loads.
    placeholderData: (before: Attention | undefined) => before ?? initial,
    ...(isFirst && initial ? { initialData: initial } : {}),
    // Many alerts arise by time alone, without a change notification.
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'press:*', 'attention:*'),
    refetchIntervalInBackground: true,
  });
}

function fieldsOf(asked: ListAttention): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).map(([name, value]) => [name, String(value)]));
}
