import 'server-only';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { oneImportInput } from './schema.ts';
import { moveImport } from './store.ts';

/** Lets the worker send a checked file's valid rows. Idempotent. */
export const startImport = verb('customer_import.start', oneImportInput, async (actor, { importId }) => {
  await audit(actor, { action: 'customer_import.start', subject: importId });
  const isMoved = await moveImport(importId, ['checked', 'stopped'], {
    state: 'running',
    startedAt: now(),
    endedAt: null,
    pausedUntil: null,
  });
  return isMoved ? ok(null) : refuse('import.not_ready');
});
