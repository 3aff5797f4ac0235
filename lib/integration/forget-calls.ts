import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { forgetCounted } from '#lib/upstream/aura-record.ts';

const HOUR_MS = 3_600_000;
const CALLS_RETENTION_MS = 48 * HOUR_MS;
const DRIFT_RETENTION_MS = 30 * 24 * HOUR_MS;

/** Retention: call counts for two days, drift not seen for thirty. */
export const forgetCalls = verb('records.sweep', z.object({}), async () => {
  const at = now().getTime();
  await forgetCounted(new Date(at - CALLS_RETENTION_MS), new Date(at - DRIFT_RETENTION_MS));
  return ok(null);
});
