import 'server-only';
import { z } from 'zod';
import { acquireRateToken } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { fetchReasons } from './aura.ts';
import type { CancelReason } from './schema.ts';

const KEPT_MS = 60 * 60_000;
/** AURA that lists none now, or does not answer, is asked again sooner. */
const NONE_KEPT_MS = 30_000;
/** Left of the budget for callouts themselves. */
const RESERVE = 10;

/**
 * AURA's own reasons for a cancellation; none when AURA does not list any now. What it lists for one callout is taken
 * for all: each process asks once an hour, however many pages are opened.
 */
export const listCancelReasons = verb(
  'cancellation.list_reasons',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => ok(await reasonsKept(calloutId)),
);

type Kept = { reasons: Promise<CancelReason[]>; untilMs: number };

function reasonsKept(calloutId: number): Promise<CancelReason[]> {
  const memory = processSingleton('cancel-reasons', () => ({ kept: null as Kept | null }));
  if (memory.kept && monotonicMs() < memory.kept.untilMs) return memory.kept.reasons;
  const kept: Kept = { reasons: askFor(calloutId), untilMs: monotonicMs() + NONE_KEPT_MS };
  memory.kept = kept;
  const forget = () => {
    if (memory.kept === kept) memory.kept = null;
  };
  kept.reasons.then((reasons) => {
    if (reasons.length > 0) kept.untilMs = monotonicMs() + KEPT_MS;
  }, forget);
  return kept.reasons;
}

async function askFor(calloutId: number): Promise<CancelReason[]> {
  return (await acquireRateToken({ reserve: RESERVE })) ? fetchReasons(calloutId) : [];
}
