import { exportReport } from '#lib/console/reports/export-report.ts';
import { refuse } from '#lib/errors/result.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { problem, route } from '#lib/platform/http.ts';
import { textStream } from '#lib/platform/text-stream.ts';

/** The report as a CSV file, of what the page is about. */
export const GET = route(async (request: Request) => {
  const actor = await operatorFrom(request.headers);
  if (actor.role === 'anonymous') return problem(request, refuse('session.required'));
  const exported = await exportReport(actor, Object.fromEntries(new URL(request.url).searchParams));
  if (!exported.ok) return problem(request, exported);
  const { fileName, pieces } = exported.value;
  return new Response(textStream(pieces), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
});
