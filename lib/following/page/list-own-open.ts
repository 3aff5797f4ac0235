import 'server-only';
import { z } from 'zod';
import { listOpenOf } from '#lib/callouts/records.ts';
import { ok } from '#lib/errors/result.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import type { OwnOpen } from './schema.ts';

/** The person's open callouts, without those after *I am safe*: their state would reveal whether the code was right. */
export const listOwnOpen = verb('callout.list_own', z.object({}), async ({ personId }) => {
  const open = await listOpenOf(personId);
  const safe = await Promise.all(open.map(({ calloutId }) => findSafeAsked(calloutId)));
  return ok({ callouts: open.filter((_, at) => safe[at] === null) } satisfies OwnOpen);
});
