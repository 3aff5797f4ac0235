import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { sweepImports } from './store.ts';

const KEPT_MS = 30 * 86_400_000;

/** Retention: deletes import files after a month. */
export const forgetImports = verb('records.sweep', z.object({}), async () => {
  await sweepImports(new Date(now().getTime() - KEPT_MS));
  return ok(null);
});
