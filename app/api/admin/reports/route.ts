import { exportReport } from '#lib/console/reports/export-report.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { csvFile } from '#lib/platform/http.ts';

/** The report as CSV, with the page's filters. */
export const GET = route(operator, exportReport, {
  input: ({ query }) => query,
  respond: ({ fileName, pieces }) => csvFile(fileName, pieces),
});
