import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { oneImportInput } from '#lib/imports/schema.ts';
import { moveImport } from '#lib/imports/store.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** Sends no more of a file. Rows that are on their way to AURA are finished; the rest can be sent later. */
export const stopImport = verb('customer_import.stop', oneImportInput, async (actor, { importId }) => {
  await audit(actor, { action: 'customer_import.stop', subject: importId });
  const isMoved = await moveImport(importId, ['checked', 'running'], { state: 'stopped', endedAt: now() });
  return isMoved ? ok(null) : refuse('import.not_ready');
});
