import * as z from 'zod/mini';
import { type ErrorCode, errorCodes, errorEntry } from '#lib/errors/errors.ts';
import { CLOSED_MS } from '#lib/live/model.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson, postJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Conversation, conversationSchema } from './answers.ts';

/** Viewing triggers reads of AURA, so polling goes on beside a stream. */
const STREAMING_POLL_MS = 5_000;
const POLL_MS = 2_500;
const POST_TIMEOUT_MS = 8_000;

export function conversationQuery(calloutId: number, initialData: Conversation, isLive: boolean) {
  return queryOptions({
    queryKey: ['messages', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/callouts/${calloutId}/messages`, conversationSchema, { signal }),
    initialData,
    refetchInterval: (query) => {
      if (!query.state.data?.isOpen) return CLOSED_MS;
      return isLive ? STREAMING_POLL_MS : POLL_MS;
    },
    meta: follows(`callout:${calloutId}`),
  });
}

const refusalSchema = z.object({ code: z.enum(errorCodes) });

/** Posts a message; null when stored, a code when refused for good. Throws while a retry may succeed. */
export async function postMessage(
  calloutId: number,
  message: { id: string; text: string },
): Promise<ErrorCode | null> {
  const response = await postJson(`/api/callouts/${calloutId}/messages`, message, {
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  });
  if (response.ok) return null;
  const { code } = refusalSchema.parse(await response.json());
  if (errorEntry(code).retryable) throw new Error(`not taken at present: ${code}`);
  return code;
}
