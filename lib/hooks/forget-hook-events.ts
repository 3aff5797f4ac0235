import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { deleteEventsBefore } from './queue-store.ts';

const DAY_MS = 86_400_000;
/** In one round, so that none takes long. */
const AT_MOST = 20_000;

/** Deletes what other systems were told, when it is too old; what is on its way stays. */
export const forgetHookEvents = verb('records.sweep', z.object({}), async () => {
  const before = new Date(now().getTime() - env.KEEP_WEBHOOK_DAYS * DAY_MS);
  return ok({ removed: await deleteEventsBefore(before, AT_MOST) });
});
