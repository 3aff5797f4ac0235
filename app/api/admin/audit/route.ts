import { exportAudit } from '#lib/console/audit/export-audit.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { problem, route } from '#lib/platform/http.ts';
import { textStream } from '#lib/platform/text-stream.ts';

/** The audit as a CSV file, filtered as the page is. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const exported = await exportAudit(actor, Object.fromEntries(new URL(request.url).searchParams));
  if (!exported.ok) return problem(request, exported);
  return new Response(textStream(exported.value.pieces), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="vigil-audit.csv"',
      'cache-control': 'no-store',
    },
  });
});
