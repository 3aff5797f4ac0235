import { readErrorFile } from '#lib/customers/imports/read-error-file.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { problem, route } from '#lib/platform/http.ts';

type Context = { params: Promise<{ importId: string }> };

/** The rows of a file that are no new customer, as a CSV file. */
export const GET = route(async (request: Request, { params }: Context) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const read = await readErrorFile(actor, await params);
  if (!read.ok) return problem(request, read);
  return new Response(read.value.csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="import-errors.csv"',
      'cache-control': 'no-store',
      'content-length': String(Buffer.byteLength(read.value.csv)),
    },
  });
});
