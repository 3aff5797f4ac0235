import 'server-only';
import { z } from 'zod';
import { applyActiveList } from '#lib/callouts/apply-active-list.ts';
import { refreshCallout } from '#lib/callouts/refresh-callout.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { listStale } from '#lib/callouts/store.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { mapConcurrent } from '#lib/platform/map-concurrent.ts';
import { stages } from '#lib/vocabulary.ts';

/** Up to this many are read singly, which returns more; the list serves any number in one call. */
const SINGLY = 5;
const CONCURRENCY = 8;
/** Stop after this many consecutive reads without an answer. */
const MAX_UNANSWERED = 3;

/** Callouts with events: the newest event's instant and the stages that events named. */
const wanted = z.array(
  z.object({ calloutId: calloutIdField, since: z.date(), named: z.array(z.enum(stages)) }),
);

/** Refreshes callouts because of events, with as few calls as possible. Returns the result for each. */
export const rereadCallouts = verb('webhook.process', z.object({ wanted }), async (actor, input) => {
  const stale = await listStale(input.wanted);
  const [newest] = stale.map(({ since }) => since).sort((one, other) => other.getTime() - one.getTime());
  // A failure does not matter: what is still stale is read singly, within the rate limit.
  if (newest && stale.length > SINGLY) await applyActiveList(newest, 'webhook');
  const unread = new Set((await listStale(stale)).map(({ calloutId }) => calloutId));
  let unanswered = 0;
  const outcomes = await mapConcurrent(input.wanted, CONCURRENCY, async (each) => {
    // Do not wait for a silent AURA once per callout: other events are waiting.
    if (unanswered >= MAX_UNANSWERED && unread.has(each.calloutId))
      return [each.calloutId, 'aura.unavailable'] as const;
    const refreshed = await refreshCallout(actor, { ...each, source: 'webhook' });
    if (unread.has(each.calloutId))
      unanswered = !refreshed.ok && refreshed.code === 'aura.unavailable' ? unanswered + 1 : 0;
    return [each.calloutId, refreshed.ok ? null : refreshed.code] as const;
  });
  return ok(new Map(outcomes));
});
