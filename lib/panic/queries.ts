import { queryOptions } from '@tanstack/react-query';
import {
  type Receipt,
  receiptSchema,
  type UndeliveredPresses,
  undeliveredPressesSchema,
} from '#lib/panic/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';

/** What has become of a press, asked by the page that sent it. */
export function readReceipt(pressId: string, pressToken: string): Promise<Receipt> {
  return fetchJson(`/api/panic/${pressId}`, receiptSchema, { bearer: pressToken });
}

export function undeliveredQuery(initialData: UndeliveredPresses) {
  return queryOptions({
    queryKey: ['undelivered'],
    queryFn: ({ signal }) => fetchJson('/api/admin/presses', undeliveredPressesSchema, { signal }),
    initialData,
    refetchInterval: 1_500,
    refetchIntervalInBackground: true,
  });
}
