import 'server-only';
import { z } from 'zod';
import { REGISTRATION_LIFETIME_MS } from '#lib/customers/model.ts';
import { sweepRegistrations } from '#lib/customers/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

/** Forgets registrations that nobody can take up again: nothing stays of somebody who did not finish. */
export const forgetUnfinished = verb('records.sweep', z.object({}), async () => {
  await sweepRegistrations(new Date(now().getTime() - REGISTRATION_LIFETIME_MS));
  return ok(null);
});
