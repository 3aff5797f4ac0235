import 'server-only';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { database } from '#lib/db/database.ts';
import { calloutFact } from '#lib/db/following-tables.ts';
import { callout } from '#lib/db/tables.ts';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { stages } from '#lib/vocabulary.ts';
import { type Reached, usualTimes } from './model.ts';
import type { Usual } from './schema.ts';

/** Sample size. */
const COMPARED = 500;
/** Scan limit for finding that many non-tests. */
const SCAN_LIMIT = 2_000;
const TTL_MS = 60_000;

export function pastQuery() {
  const newest = database()
    .select({ id: callout.id, kind: callout.kind, raisedAt: callout.raisedAt })
    .from(callout)
    .where(eq(callout.stage, 'closed'))
    .orderBy(desc(callout.raisedAt), desc(callout.id))
    .limit(SCAN_LIMIT)
    .as('newest');
  const past = database()
    .select({ id: newest.id })
    .from(newest)
    .where(eq(newest.kind, 'real'))
    .orderBy(desc(newest.raisedAt), desc(newest.id))
    .limit(COMPARED)
    .as('past');
  // Limited per callout, so that the planner uses the index for each.
  const reached = database()
    .select({ stage: calloutFact.stage, at: calloutFact.at })
    .from(calloutFact)
    .where(and(eq(calloutFact.calloutId, past.id), isNotNull(calloutFact.stage)))
    .limit(stages.length)
    .as('reached');
  return database()
    .select({ calloutId: past.id, stage: reached.stage, at: reached.at })
    .from(past)
    .crossJoinLateral(reached);
}

/** Usual durations, cached for a minute. */
export async function readUsual(): Promise<Usual> {
  const kept = processSingleton<{ until: Date; usual: Promise<Usual> | null }>('usual-times', () => ({
    until: new Date(0),
    usual: null,
  }));
  const at = now();
  if (kept.usual && at < kept.until) return kept.usual;
  const reading = reckon();
  kept.usual = reading;
  kept.until = new Date(at.getTime() + TTL_MS);
  reading.catch(() => {
    // Do not cache a failure.
    if (kept.usual === reading) kept.usual = null;
  });
  return reading;
}

async function reckon(): Promise<Usual> {
  const byCallout = new Map<number, Reached[]>();
  for (const { calloutId, stage, at } of await pastQuery()) {
    if (!stage) continue;
    const reached = byCallout.get(calloutId) ?? [];
    reached.push({ stage, at });
    byCallout.set(calloutId, reached);
  }
  return usualTimes([...byCallout.values()]);
}
