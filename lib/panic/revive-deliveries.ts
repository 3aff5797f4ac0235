import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { listStranded, scheduleDelivery } from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

const AT_ONCE = 200;

/** Puts presses back to work whose process died or whose job failed. Gives how many it found. */
export const reviveDeliveries = verb('press.recover', z.object({}), async () => {
  const at = now();
  const stranded = await listStranded(AT_ONCE);
  for (const pressId of stranded) await scheduleDelivery(pressId, at);
  return ok({ revived: stranded.length });
});
