import 'server-only';
import { z } from 'zod';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { tellPosition } from './aura.ts';
import { FORWARD_EVERY_MS } from './model.ts';
import { claimNewest, markAtAura } from './store.ts';

/**
 * Tells AURA the newest fix of a callout, at most every five seconds whoever calls. What AURA did not take is told
 * again, in its then newest form, by the worker. `none`: there was nothing to tell, or it is too early.
 */
export const forwardPosition = verb(
  'callout.forward_position',
  z.object({ calloutId: calloutIdField }),
  async (actor, { calloutId }) => {
    const at = now();
    const newest = await claimNewest(calloutId, at, new Date(at.getTime() + FORWARD_EVERY_MS));
    if (!newest) return ok('none');
    const answer = await tellPosition(calloutId, newest);
    if (answer === 'taken') await markAtAura(calloutId, newest.measuredAt);
    if (answer === 'closed') await refreshCallout(actor, { calloutId, source: 'device', isRefused: true });
    return ok(answer);
  },
);
