import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { LOST_ANSWER_KEPT_MS, REGISTRATION_LIFETIME_MS } from './model.ts';
import { sweepRegistrations } from './store.ts';

/** Retention: deletes unfinished registrations past their lifetime. */
export const forgetUnfinished = verb('records.sweep', z.object({}), async () => {
  const at = now().getTime();
  await sweepRegistrations(new Date(at - REGISTRATION_LIFETIME_MS), new Date(at - LOST_ANSWER_KEPT_MS));
  return ok(null);
});
