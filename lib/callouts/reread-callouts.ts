import 'server-only';
import { z } from 'zod';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { listStale } from '#lib/callouts/store.ts';
import { takeInList } from '#lib/callouts/take-in-list.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { stages } from '#lib/vocabulary.ts';

/** Up to so many are read by themselves, which tells more; the list serves any number in one call. */
const SINGLY = 5;
const SIDE_BY_SIDE = 8;
/** After so many questions without an answer in a row, AURA is not asked more of them now. */
const SILENT_AFTER = 3;

/** Callouts of which events came, each with the newest event's instant and the stages that they named. */
const wanted = z.array(
  z.object({ calloutId: calloutIdField, since: z.date(), named: z.array(z.enum(stages)) }),
);

/** Refreshes callouts because of events, in as few calls to AURA as may be. Gives what became of each. */
export const rereadCallouts = verb('webhook.process', z.object({ wanted }), async (actor, input) => {
  const stale = await listStale(input.wanted);
  const [newest] = stale.map(({ since }) => since).sort((one, other) => other.getTime() - one.getTime());
  // Its failure is no matter: whoever is still stale afterwards is read singly, as far as the budget goes.
  if (newest && stale.length > SINGLY) await takeInList(newest, 'webhook');
  const unread = new Set((await listStale(stale)).map(({ calloutId }) => calloutId));
  let unanswered = 0;
  const outcomes = await mapConcurrent(input.wanted, SIDE_BY_SIDE, async (each) => {
    // Waiting out a silent AURA for each would keep events of what it does answer waiting.
    if (unanswered >= SILENT_AFTER && unread.has(each.calloutId))
      return [each.calloutId, 'aura.unavailable'] as const;
    const refreshed = await refreshCallout(actor, { ...each, source: 'webhook' });
    if (unread.has(each.calloutId))
      unanswered = !refreshed.ok && refreshed.code === 'aura.unavailable' ? unanswered + 1 : 0;
    return [each.calloutId, refreshed.ok ? null : refreshed.code] as const;
  });
  return ok(new Map(outcomes));
});
