import { queryOptions } from '@tanstack/react-query';
import { fetchJson } from '#lib/platform/browser-fetch.ts';
import { type Import, importSchema, type UploadAnswer, uploadAnswerSchema } from './schema.ts';

const RUNNING_MS = 1_000;
const RESTING_MS = 10_000;
/** A slow line may need this for 10 MB. */
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

/** Sends a file as it is; what the server says of it comes back in either case. */
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
