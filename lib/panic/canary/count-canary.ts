import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { sentPressInput } from '#lib/panic/schema.ts';
import { now } from '#lib/platform/clock.ts';
import { pressDoors } from '#lib/vocabulary.ts';
import { insertCanary } from './canary-store.ts';

const canaryInput = z.object({ door: z.enum(pressDoors), press: sentPressInput });

/** Reads a practice press as it would a real one, and counts it in a table that nothing delivers or rings from. */
export const countCanary = verb('press.count_canary', canaryInput, async (_actor, { door, press }) => {
  const { pressId, location, dropped } = press;
  const isWhole = location !== undefined && dropped.length === 0;
  await insertCanary({ pressId, door, isWhole, receivedAt: now() });
  return ok({ pressId, state: 'practised' as const });
});
