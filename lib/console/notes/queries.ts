import { z } from 'zod';
import { errorCodes } from '#lib/errors/errors.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { follows } from '#lib/live/schema.ts';
import { fetchJson, postJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Notes, notesSchema } from './schema.ts';

/** Polling interval beside a stream, and without one. */
const STREAMING_POLL_MS = 30_000;
const POLL_MS = 5_000;
const POST_TIMEOUT_MS = 8_000;

export function notesQuery(calloutId: number, initialData: Notes, isLive: boolean) {
  return queryOptions({
    queryKey: ['notes', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/admin/callouts/${calloutId}/notes`, notesSchema, { signal }),
    initialData,
    refetchInterval: isLive ? STREAMING_POLL_MS : POLL_MS,
    meta: follows(`callout:${calloutId}`),
  });
}

const refusalSchema = z.object({
  code: z.enum(errorCodes),
  fields: z.record(z.string(), z.string()).default({}),
});

/** Posts a note; null when stored. Throws while a retry may succeed. */
export async function postNote(
  calloutId: number,
  note: { id: string; text: string },
): Promise<Refusal | null> {
  const response = await postJson(`/api/admin/callouts/${calloutId}/notes`, note, {
    signal: AbortSignal.timeout(POST_TIMEOUT_MS),
  });
  return response.ok ? null : { ok: false, ...refusalSchema.parse(await response.json()) };
}
