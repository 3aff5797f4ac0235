import 'server-only';
import { z } from 'zod';
import { noteWatched } from '#lib/callouts/follow-store.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCallout, listFacts, toCallout } from '#lib/callouts/store.ts';
import { neutralView } from '#lib/cancellations/model.ts';
import { findSafeAsked } from '#lib/cancellations/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';
import { readFollowing } from '#lib/positions/store.ts';

/** A callout and its timeline, for its owner and for operators; for anybody else there is none. */
export const readCallout = verb(
  'callout.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, input) => {
    const found = await findCallout(input.calloutId);
    if (!found) return refuse('callout.not_found');
    if (actor.role === 'person' && actor.personId !== found.personId) return refuse('callout.not_found');
    await noteWatched(found, now());
    const [facts, following, safeAskedAt] = await Promise.all([
      listFacts(found.id),
      readFollowing(found.id, now()),
      actor.role === 'person' ? findSafeAsked(found.id) : null,
    ]);
    const callout = { ...toCallout(found, facts), following };
    return ok(safeAskedAt ? neutralView(callout, safeAskedAt) : callout);
  },
);
