import 'server-only';
import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { findCallout, listFacts, toCallout } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** A callout and its timeline, for its owner and for operators; for anybody else there is none. */
export const readCallout = verb(
  'callout.read',
  z.object({ calloutId: calloutIdField }),
  async (actor, input) => {
    const found = await findCallout(input.calloutId);
    if (!found) return refuse('callout.not_found');
    if (actor.role === 'person' && actor.personId !== found.personId) return refuse('callout.not_found');
    return ok(toCallout(found, await listFacts(found.id)));
  },
);
