import 'server-only';
import { z } from 'zod';
import { acquireRateToken, ON_CREDIT } from '#lib/callouts/follow-store.ts';
import { applyReading, markAsked, recordNamedClose } from '#lib/callouts/reading-store.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { requestCallout } from '#lib/callouts/single-flight.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { type FactSource, factSources, stages } from '#lib/vocabulary.ts';

const input = z.object({
  calloutId: calloutIdField,
  source: z.enum(factSources).default('operator'),
  /** When the caller learned of a change, by default now: a read that began later is reused. */
  since: z.date().optional(),
  /** Stages named by events. */
  named: z.array(z.enum(stages)).default([]),
  /** AURA accepted no more positions (status 285): it is closed, and this reads the final state. */
  isRefused: z.boolean().default(false),
});

/**
 * Re-reads a callout from AURA and applies what moves it forward: the only way in which our copy changes. Closed ones
 * are not read again; concurrent callers share one read. Takes a rate token: refuses with `aura.reads_spent`.
 */
export const refreshCallout = verb('callout.refresh', input, async (actor, asked) => {
  const isOurs = actor.role === 'system';
  const source = isOurs ? asked.source : 'operator';
  const { named, isRefused } = isOurs ? asked : NO_SIGNALS;
  const { calloutId, since = now() } = asked;
  const known = await findCallout(calloutId);
  if (!known) return refuse('callout.not_found');
  if (known.closedAt) return ok(null);
  const isCloseNamed = named.includes('closed');
  if (isCloseNamed) await recordNamedClose(calloutId, since);
  const signals = { named, since, isRefused };
  if (known.asOf >= since && !isCloseNamed && !isRefused) {
    const { rawStatus, asOf } = known;
    if (named.length > 0)
      await applyReading(calloutId, { rawStatus, incidents: null }, signals, source, asOf);
    return ok(null);
  }
  const mayAsk = await acquireRateToken({ reserve: isOurs ? reserveFor(source) : 0 });
  if (!mayAsk && !isRefused) return refuse('aura.reads_spent');
  const { at, value } = mayAsk ? await requestCallout(calloutId, since) : { at: now(), value: null };
  if (value || isRefused) {
    await applyReading(calloutId, value, signals, source, at);
    return ok(null);
  }
  await markAsked(calloutId, now());
  return refuse('aura.unavailable');
});

const NO_SIGNALS: Pick<z.output<typeof input>, 'named' | 'isRefused'> = { named: [], isRefused: false };

/** Reserve in the rate limit: events may come in floods. */
function reserveFor(source: FactSource): number {
  if (source === 'poll') return 8;
  return source === 'webhook' ? 3 : ON_CREDIT;
}
