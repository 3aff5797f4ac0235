import { queryOptions } from '@tanstack/react-query';
import { pollEveryMs } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type Attention, attentionSchema } from './schema.ts';

export function attentionQuery(hidesTests: boolean, initialData: Attention, isLive: boolean) {
  return queryOptions({
    queryKey: ['attention', hidesTests],
    queryFn: ({ signal }) =>
      fetchJson(`/api/admin/attention${hidesTests ? '?kind=real' : ''}`, attentionSchema, { signal }),
    initialData,
    // Much of it comes to need a human by time alone, of which nobody tells.
    refetchInterval: pollEveryMs(isLive),
    meta: follows('callout:*', 'press:*', 'attention:*'),
    refetchIntervalInBackground: true,
  });
}
