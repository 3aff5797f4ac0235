import { follows } from '#lib/live/schema.ts';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type NewLink, newLinkSchema, type ShareState, shareStateSchema } from './schema.ts';

const TIMEOUT_MS = 8_000;

function ask(calloutId: number, method: 'POST' | 'DELETE'): Promise<Response> {
  return fetch(`/api/callouts/${calloutId}/share`, {
    method,
    headers: { accept: 'application/json' },
    cache: 'no-store',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
}

/** A new link; null on failure. */
export async function postShareLink(calloutId: number): Promise<NewLink | null> {
  const response = await ask(calloutId, 'POST');
  return response.ok ? newLinkSchema.parse(await response.json()) : null;
}

/** Revokes every link; false on failure. */
export async function deleteShareLinks(calloutId: number): Promise<boolean> {
  return (await ask(calloutId, 'DELETE')).ok;
}

export function shareStateQuery(calloutId: number, initialData: ShareState) {
  return queryOptions({
    queryKey: ['share', calloutId],
    queryFn: ({ signal }) => fetchJson(`/api/callouts/${calloutId}/share`, shareStateSchema, { signal }),
    initialData,
    meta: follows(`callout:${calloutId}`),
  });
}
