import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { sendRating } from './aura.ts';
import { askAgainAfterMs } from './model.ts';
import { markRating, takeRating } from './store.ts';

/**
 * Tells AURA a rating. Ratings have no key and cannot be read back, so one whose answer was lost is never told
 * again: it stays *unsure*. Only what AURA certainly did not take goes again.
 */
export const deliverRating = verb(
  'outcome.deliver_rating',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const row = await takeRating(calloutId, now());
    if (!row) return ok(null);
    const state = await sendRating(row);
    await markRating(calloutId, state, new Date(now().getTime() + askAgainAfterMs(row.attempts)));
    return ok(null);
  },
);
