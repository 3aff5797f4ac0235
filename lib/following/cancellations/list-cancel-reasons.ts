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

const TTL_MS = 60 * 60_000;
/** Shorter TTL for an empty list or a failure. */
const EMPTY_TTL_MS = 30_000;
/** Reserve in the rate limit. */
const RESERVE = 10;

/** AURA's cancel reasons, or none. The list of one callout serves all: cached for an hour per process. */
export const listCancelReasons = verb(
  'cancellation.list_reasons',
  z.object({ calloutId: calloutIdField }),
  async (_actor, { calloutId }) => ok(await reasonsKept(calloutId)),
);

type Kept = { reasons: Promise<CancelReason[]>; untilMs: number };

function reasonsKept(calloutId: number): Promise<CancelReason[]> {
  const memory = processSingleton('cancel-reasons', () => ({ kept: null as Kept | null }));
  if (memory.kept && monotonicMs() < memory.kept.untilMs) return memory.kept.reasons;
  const kept: Kept = { reasons: askFor(calloutId), untilMs: monotonicMs() + EMPTY_TTL_MS };
  memory.kept = kept;
  const forget = () => {
    if (memory.kept === kept) memory.kept = null;
  };
  kept.reasons.then((reasons) => {
    if (reasons.length > 0) kept.untilMs = monotonicMs() + TTL_MS;
  }, forget);
  return kept.reasons;
}

async function askFor(calloutId: number): Promise<CancelReason[]> {
  return (await acquireRateToken({ reserve: RESERVE })) ? fetchReasons(calloutId) : [];
}
