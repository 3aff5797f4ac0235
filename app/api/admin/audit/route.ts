import { exportAudit } from '#lib/console/audit/export-audit.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { csvFile } from '#lib/platform/http.ts';

/** The audit as CSV, with the page's filters. */
export const GET = route(operator, exportAudit, {
  input: ({ query }) => query,
  respond: ({ pieces }) => csvFile('vigil-audit.csv', pieces),
});
