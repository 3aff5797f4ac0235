import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { CSV_START, csvLine } from '#lib/platform/csv.ts';
import { problemOf } from './row-model.ts';
import { MOST_ROWS, oneImportInput } from './schema.ts';
import { findImport, listFailedRows } from './store.ts';

export const readErrorFile = verb('customer_import.export', oneImportInput, async (actor, { importId }) => {
  if (!(await findImport(importId))) return refuse('import.not_found');
  await audit(actor, { action: 'customer_import.read_errors', subject: importId });
  const failed = await listFailedRows(importId, MOST_ROWS);
  const lines = failed
    .map(problemOf)
    .map(({ row, column, value, reason }) => csvLine([row, column, value, reason]));
  return ok({ csv: CSV_START + csvLine(['row', 'column', 'value', 'reason']) + lines.join('') });
});
