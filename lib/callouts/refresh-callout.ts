import 'server-only';
import { z } from 'zod';
import { fetchReading } from '#lib/callouts/aura.ts';
import { calloutIdField, factSources } from '#lib/callouts/schema.ts';
import { applyReading, findCallout, markAsked } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/**
 * Re-reads a callout at AURA and applies what moves it forward. The one way in which our picture of a
 * callout changes: whatever hints at a change ends here. A closed callout is never asked about again.
 */
export const refreshCallout = verb(
  'callout.refresh',
  z.object({ calloutId: calloutIdField, source: z.enum(factSources) }),
  async (_actor, { calloutId, source }) => {
    const known = await findCallout(calloutId);
    if (!known) return refuse('callout.not_found');
    if (known.closedAt) return ok(null);
    const reading = await fetchReading(calloutId);
    if (!reading) {
      await markAsked(calloutId, now());
      return refuse('aura.unavailable');
    }
    await applyReading(calloutId, reading, source, now());
    return ok(null);
  },
);
