import 'server-only';
import { z } from 'zod';
import { findCalloutFor, listFacts, noteWatched, toCallout } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { duressSafeView } from '#lib/following/cancellations/model.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { readFollowing } from '#lib/following/positions/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';

/** A callout with its timeline, for its owner and operators; not found for anybody else. */
export const readCallout = verb(
  'callout.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, input) => {
    const found = await findCalloutFor(actor, input.calloutId);
    if (!found) return refuse('callout.not_found');
    await noteWatched(found, now());
    const [facts, following, safeAskedAt] = await Promise.all([
      listFacts(found.id),
      readFollowing(found.id, now()),
      actor.role === 'person' ? findSafeAsked(found.id) : null,
    ]);
    const callout = { ...toCallout(found, facts), following };
    return ok(safeAskedAt ? duressSafeView(callout, safeAskedAt) : callout);
  },
);
