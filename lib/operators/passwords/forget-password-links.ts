import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { sweepResets } from './store.ts';

/** Retention: links that were never used. */
export const forgetPasswordLinks = verb('records.sweep', z.object({}), async () => {
  await sweepResets(now());
  return ok(null);
});
