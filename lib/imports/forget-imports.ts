import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { sweepImports } from '#lib/imports/store.ts';
import { now } from '#lib/platform/clock.ts';
import { ok } from '#lib/platform/result.ts';

const KEPT_MS = 30 * 86_400_000;

/** Forgets files a month after they came: the people in them are customers by then, or not ours. */
export const forgetImports = verb('records.sweep', z.object({}), async () => {
  await sweepImports(new Date(now().getTime() - KEPT_MS));
  return ok(null);
});
