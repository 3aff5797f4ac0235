import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { sweepDevices } from '#lib/identity/devices.ts';
import { DAY_MS } from '#lib/identity/model.ts';
import { sweepIdentity } from '#lib/identity/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { summariseRefusals } from './audit.ts';

/** Retention: expired codes, rate limits and devices; summarises refusals of past hours. */
export const forgetExpired = verb('records.sweep', z.object({}), async () => {
  await sweepIdentity(now(), DAY_MS);
  await sweepDevices(now());
  await summariseRefusals();
  return ok(null);
});
