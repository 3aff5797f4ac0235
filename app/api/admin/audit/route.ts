import { exportAudit } from '#lib/console/audit/export-audit.ts';
import { operator } from '#lib/identity/caller.ts';
import { route } from '#lib/identity/route.ts';
import { csvFile } from '#lib/platform/http.ts';

/** The audit as a CSV file, filtered as the page is. */
export const GET = route(operator, exportAudit, {
  input: ({ query }) => query,
  respond: ({ pieces }) => csvFile('vigil-audit.csv', pieces),
});
