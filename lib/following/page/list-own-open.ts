import 'server-only';
import { z } from 'zod';
import { listOpenOf } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { saidSafeSince } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import type { OwnOpen } from './schema.ts';

/**
 * The person's open callouts; none after *I am safe*, until that callout has closed: their state, or another that a later
 * press has made, would reveal whether the code was right.
 */
export const listOwnOpen = verb('callout.list_own', z.object({}), async ({ personId }) => {
  const [open, since] = await Promise.all([listOpenOf(personId), saidSafeSince(personId)]);
  return ok({ callouts: since ? [] : open } satisfies OwnOpen);
});
