import { MOST_BYTES } from '#lib/customers/imports/schema.ts';
import { uploadImport } from '#lib/customers/imports/upload-import.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { readBytes } from '#lib/platform/http.ts';

/** Uploads a customer file (the body) for a dry run; `fileName` and `subscriptionTypeId` in the query. */
export const POST = route(operator, uploadImport, {
  body: readFile,
  input: ({ query: { fileName, subscriptionTypeId }, body: bytes }) => ({
    fileName,
    subscriptionTypeId,
    bytes,
  }),
});

async function readFile(request: Request) {
  const isTooLarge = Number(request.headers.get('content-length')) > MOST_BYTES;
  const bytes = isTooLarge ? null : await readBytes(request, MOST_BYTES);
  return bytes === null ? refuse('request.too_large') : ok(bytes);
}
