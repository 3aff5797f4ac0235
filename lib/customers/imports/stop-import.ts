import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { oneImportInput } from './schema.ts';
import { moveImport } from './store.ts';

/** Stops sending; rows in flight are finished, the rest can be sent later. */
export const stopImport = verb('customer_import.stop', oneImportInput, async (actor, { importId }) => {
  await audit(actor, { action: 'customer_import.stop', subject: importId });
  const isMoved = await moveImport(importId, ['checked', 'running'], { state: 'stopped', endedAt: now() });
  return isMoved ? ok(null) : refuse('import.not_ready');
});
