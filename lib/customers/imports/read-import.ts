import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { toImport } from './row-model.ts';
import { oneImportInput } from './schema.ts';
import { countRows, findImport, listFailedRows } from './store.ts';

const PROBLEMS_SHOWN = 20;

export const readImport = verb('customer_import.read', oneImportInput, async (_actor, { importId }) => {
  const record = await findImport(importId);
  if (!record) return refuse('import.not_found');
  const [counted, failed] = await Promise.all([
    countRows(importId),
    listFailedRows(importId, PROBLEMS_SHOWN),
  ]);
  return ok(toImport(record, counted, failed, now()));
});
