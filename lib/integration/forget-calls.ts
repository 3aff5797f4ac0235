import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { deleteCallsBefore, deleteDriftUnseenSince } from '#lib/integration/store.ts';
import { now } from '#lib/platform/clock.ts';

const HOUR_MS = 3_600_000;
const CALLS_KEPT_MS = 48 * HOUR_MS;
const DRIFT_KEPT_MS = 30 * 24 * HOUR_MS;

/** Forgets how AURA answered after two days, and what it sent that we do not know when it did not for thirty. */
export const forgetCalls = verb('records.sweep', z.object({}), async () => {
  const at = now().getTime();
  await deleteCallsBefore(new Date(at - CALLS_KEPT_MS));
  await deleteDriftUnseenSince(new Date(at - DRIFT_KEPT_MS));
  return ok(null);
});
