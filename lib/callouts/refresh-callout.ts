import 'server-only';
import { z } from 'zod';
import { takeRead } from '#lib/callouts/follow-store.ts';
import { stageRead } from '#lib/callouts/model.ts';
import { calloutIdField, factSources, stages } from '#lib/callouts/schema.ts';
import { askForCallout } from '#lib/callouts/shared-asking.ts';
import { applyReading, findCallout, markAsked } from '#lib/callouts/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** Left for those who ask for many callouts at once: one list does more than this one read. */
const SPARED = 5;

/**
 * Re-reads a callout at AURA and applies what moves it forward. The one way in which our picture of a
 * callout changes: whatever hints at a change ends here. A closed callout is never asked about again.
 *
 * `since` is when the caller heard of a change, now if not given: what AURA was asked later than that is not
 * asked again, and who asks at the same time shares one answer. `hint` is the stage that an event named.
 * Refuses with `aura.reads_spent` when it was no person who asked and the budget of calls is spent.
 */
export const refreshCallout = verb(
  'callout.refresh',
  z.object({
    calloutId: calloutIdField,
    source: z.enum(factSources),
    since: z.date().optional(),
    hint: z.enum(stages).nullable().default(null),
  }),
  async (_actor, { calloutId, source, since = now(), hint }) => {
    const known = await findCallout(calloutId);
    if (!known) return refuse('callout.not_found');
    if (known.closedAt) return ok(null);
    if (known.asOf >= since) {
      const { rawStatus, asOf } = known;
      const stage = stageRead(rawStatus, hint);
      if (stage) await applyReading(calloutId, { stage, rawStatus, incidents: null }, source, asOf);
      return ok(null);
    }
    const isAutomatic = source === 'poll' || source === 'webhook';
    if (isAutomatic && !(await takeRead(SPARED))) return refuse('aura.reads_spent');
    const { at, value } = await askForCallout(calloutId, since);
    if (!value) {
      await markAsked(calloutId, now());
      return refuse('aura.unavailable');
    }
    const { rawStatus, incidents } = value;
    await applyReading(calloutId, { stage: stageRead(rawStatus, hint), rawStatus, incidents }, source, at);
    return ok(null);
  },
);
