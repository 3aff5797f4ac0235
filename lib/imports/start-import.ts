import 'server-only';
import { verb } from '#lib/identity/verb.ts';
import { oneImportInput } from '#lib/imports/schema.ts';
import { moveImport } from '#lib/imports/store.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** Lets the worker send the good rows of a checked file to AURA. A second start changes nothing. */
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
