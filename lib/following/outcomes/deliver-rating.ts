import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { workEach } from '#lib/platform/outbox.ts';
import { openedOrNull } from '#lib/platform/unopened.ts';
import { sendRating } from './aura.ts';
import { retryAfterMs } from './model.ts';
import { claimDueRatings, claimRating, markRating, nextRatingMs, type RatingRow } from './store.ts';

/** Longer than the call's deadline, and the time to store the outcome. */
const LEASE_MS = 20_000;
const AT_ONCE = 4;

/** Sends a rating to AURA at most once: without a key and a way to read it back, an unknown outcome stays *unsure*. */
export const deliverRating = verb(
  'outcome.deliver_rating',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => {
    const row = await claimRating(calloutId, LEASE_MS);
    if (row) await deliver(row);
    return ok(null);
  },
);

/** One round of the outbox. Returns when the next rating is due. */
export const deliverDueRatings = verb('outcome.deliver_due', z.object({}), async () => {
  await workEach('rating', await claimDueRatings(AT_ONCE, LEASE_MS), deliver);
  return ok({ nextMs: await nextRatingMs() });
});

async function deliver(row: RatingRow): Promise<void> {
  await markRating(
    row,
    await sendRating({ ...row, words: openedOrNull(row.words) }),
    retryAfterMs(row.attempts),
  );
}
