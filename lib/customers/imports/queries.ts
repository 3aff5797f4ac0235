import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { queryOptions } from '#lib/platform/query-options.ts';
import { type Import, importSchema, type UploadAnswer, uploadAnswerSchema } from './schema.ts';

const RUNNING_MS = 1_000;
const RESTING_MS = 10_000;
/** 10 MB on a slow connection. */
const UPLOAD_MS = 120_000;

export function importQuery(initialData: Import) {
  const { importId } = initialData;
  return queryOptions({
    queryKey: ['customer-import', importId],
    queryFn: ({ signal }) => fetchJson(`/api/admin/customer-imports/${importId}`, importSchema, { signal }),
    initialData,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? RUNNING_MS : RESTING_MS),
  });
}

/** Uploads a file; both outcomes are parsed from the response. */
export async function uploadFile(file: File, subscriptionTypeId: string): Promise<UploadAnswer> {
  const query = new URLSearchParams({ fileName: file.name, subscriptionTypeId });
  const response = await fetch(`/api/admin/customer-imports?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv' },
    body: file,
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  return uploadAnswerSchema.parse(await response.json());
}
