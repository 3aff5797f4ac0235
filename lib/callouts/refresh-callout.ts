import 'server-only';
import { z } from 'zod';
import { acquireRateToken, ON_CREDIT } from '#lib/callouts/follow-store.ts';
import { applyReading, markAsked, noteCloseNamed } from '#lib/callouts/reading-store.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { askForCallout } from '#lib/callouts/single-flight.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type FactSource, factSources, stages } from '#lib/vocabulary.ts';

const input = z.object({
  calloutId: calloutIdField,
  source: z.enum(factSources).default('operator'),
  /** When the caller heard of a change, now if not given: what AURA was asked later is not asked again. */
  since: z.date().optional(),
  /** The stages that events named. */
  named: z.array(z.enum(stages)).default([]),
  /** AURA took no more positions for it (status 285): it is closed, and the reading is for its last words. */
  isRefused: z.boolean().default(false),
});

/**
 * Re-reads a callout at AURA and applies what moves it forward. The one way in which our picture of a callout
 * changes: whatever hints at a change ends here. A closed callout is never asked about again, and who asks at the
 * same time shares one answer. An operator only asks; what was heard comes from our own code.
 *
 * Every reading is counted. Refuses with `aura.reads_spent` when the budget is spent, unless somebody waits for it.
 */
export const refreshCallout = verb('callout.refresh', input, async (actor, asked) => {
  const isOurs = actor.role === 'system';
  const source = isOurs ? asked.source : 'operator';
  const { named, isRefused } = isOurs ? asked : NOTHING_HEARD;
  const { calloutId, since = now() } = asked;
  const known = await findCallout(calloutId);
  if (!known) return refuse('callout.not_found');
  if (known.closedAt) return ok(null);
  const isCloseNamed = named.includes('closed');
  if (isCloseNamed) await noteCloseNamed(calloutId, since);
  const heard = { named, since, isRefused };
  if (known.asOf >= since && !isCloseNamed && !isRefused) {
    const { rawStatus, asOf } = known;
    if (named.length > 0) await applyReading(calloutId, { rawStatus, incidents: null }, heard, source, asOf);
    return ok(null);
  }
  const mayAsk = await acquireRateToken({ reserve: isOurs ? reserveFor(source) : 0 });
  if (!mayAsk && !isRefused) return refuse('aura.reads_spent');
  const { at, value } = mayAsk ? await askForCallout(calloutId, since) : { at: now(), value: null };
  if (value || isRefused) {
    await applyReading(calloutId, value, heard, source, at);
    return ok(null);
  }
  await markAsked(calloutId, now());
  return refuse('aura.unavailable');
});

const NOTHING_HEARD: Pick<z.output<typeof input>, 'named' | 'isRefused'> = { named: [], isRefused: false };

/** What is left to others of the budget: events tell that something has happened, and many may come at once. */
function reserveFor(source: FactSource): number {
  if (source === 'poll') return 8;
  return source === 'webhook' ? 3 : ON_CREDIT;
}
