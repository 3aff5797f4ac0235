import 'server-only';
import { z } from 'zod';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField, stages } from '#lib/callouts/schema.ts';
import { listStale } from '#lib/callouts/store.ts';
import { takeInList } from '#lib/callouts/take-in-list.ts';
import { verb } from '#lib/identity/verb.ts';
import { ok } from '#lib/platform/result.ts';
import { mapSideBySide } from '#lib/platform/side-by-side.ts';

/** Up to so many are read by themselves, which tells more; the list serves any number in one call. */
const SINGLY = 5;
const SIDE_BY_SIDE = 8;

/** Callouts of which events came, each with the newest event's instant and the furthest stage that they named. */
const wanted = z.array(
  z.object({ calloutId: calloutIdField, since: z.date(), hint: z.enum(stages).nullable() }),
);

/** Refreshes callouts because of events, in as few calls to AURA as may be. Gives what became of each. */
export const rereadCallouts = verb('callout.refresh', z.object({ wanted }), async (actor, input) => {
  const stale = await listStale(input.wanted);
  const [newest] = stale.map(({ since }) => since).sort((one, other) => other.getTime() - one.getTime());
  // Its failure is no matter: whoever is still stale afterwards is read singly, as far as the budget goes.
  if (newest && stale.length > SINGLY) await takeInList(newest, 'webhook');
  const outcomes = await mapSideBySide(input.wanted, SIDE_BY_SIDE, async (each) => {
    const refreshed = await refreshCallout(actor, { ...each, source: 'webhook' });
    return [each.calloutId, refreshed.ok ? null : refreshed.code] as const;
  });
  return ok(new Map(outcomes));
});
