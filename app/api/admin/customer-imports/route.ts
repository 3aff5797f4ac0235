import { MOST_BYTES } from '#lib/customers/imports/schema.ts';
import { uploadImport } from '#lib/customers/imports/upload-import.ts';
import { refuse } from '#lib/errors/result.ts';
import { mayDo } from '#lib/identity/permissions.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { answer, isCrossSite, problem, readBytes, route } from '#lib/platform/http.ts';

/** Takes a file of customers, as the body, for its dry run; `fileName` and `subscriptionTypeId` in the query. */
export const POST = route(async (request: Request) => {
  if (isCrossSite(request)) return problem(request, refuse('request.cross_site'));
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  // Before the body: who may not send one is not listened to.
  if (!mayDo(actor.role, 'customer_import.upload')) return problem(request, refuse('permission.denied'));
  if (Number(request.headers.get('content-length')) > MOST_BYTES) {
    return problem(request, refuse('request.too_large'));
  }
  const bytes = await readBytes(request, MOST_BYTES);
  if (bytes === null) return problem(request, refuse('request.too_large'));
  const { fileName, subscriptionTypeId } = Object.fromEntries(new URL(request.url).searchParams);
  return answer(request, await uploadImport(actor, { fileName, subscriptionTypeId, bytes }));
});
