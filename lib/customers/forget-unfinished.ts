import 'server-only';
import { z } from 'zod';
import { LOST_ANSWER_KEPT_MS, REGISTRATION_LIFETIME_MS } from '#lib/customers/model.ts';
import { sweepRegistrations } from '#lib/customers/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

/** Forgets registrations that nobody can take up again: nothing stays of somebody who did not finish. */
export const forgetUnfinished = verb('records.sweep', z.object({}), async () => {
  const at = now().getTime();
  await sweepRegistrations(new Date(at - REGISTRATION_LIFETIME_MS), new Date(at - LOST_ANSWER_KEPT_MS));
  return ok(null);
});
