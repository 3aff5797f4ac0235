import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { HOUR_MS } from '#lib/identity/model.ts';
import { sweepIdentity } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { summariseRefusals } from './audit.ts';

/** Forgets codes that have run out and limits that count no more; sums up the refusals of past hours. */
export const forgetExpired = verb('records.sweep', z.object({}), async () => {
  await sweepIdentity(now(), HOUR_MS);
  await summariseRefusals();
  return ok(null);
});
