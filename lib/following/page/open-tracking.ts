import 'server-only';
import { z } from 'zod';
import { mayOpen } from '#lib/callouts/aura.ts';
import { findCalloutFor, trackingUrlOf } from '#lib/callouts/records.ts';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { findSafeAsked } from '#lib/following/cancellations/records.ts';
import { verb } from '#lib/identity/verb.ts';
import { monotonicMs } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { readPageHeaders } from '#lib/platform/outgoing.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { isTrackingPage } from '#lib/upstream/aura-client.ts';
import { allowsFraming, trackingPresentation } from './framing-model.ts';

const PROBE_TIMEOUT_MS = 2_000;
const PROBE_TTL_MS = 5 * 60_000;
/** TTL for forced checks, so that concurrent frames share one. */
const FRESH_MS = 1_000;
const FAILED_PROBE_TTL_MS = 10_000;

type Tracking =
  | { url: string; as: ReturnType<typeof trackingPresentation>; mayLocate: boolean }
  | 'cannot_be_opened'
  | null;

/**
 * The hosted page for owner and operators; `url` is a bearer secret. `mayLocate`: the page may ask for the position.
 * Null without a URL that may be opened; `cannot_be_opened` when it was sealed with a lost key.
 */
export const openTracking = verb(
  'callout.open_tracking',
  z.object({
    calloutId: calloutIdField,
    /** The frame may have loaded a refusal: skip the cache. */
    isFresh: z.boolean().default(false),
  }),
  async (actor, { calloutId, isFresh }): Promise<Result<Tracking, 'callout.not_found'>> => {
    const found = await findCalloutFor(actor, calloutId);
    if (!found) return refuse('callout.not_found');
    if (actor.role === 'person') {
      // AURA's page would reveal whether the code was right.
      if (await findSafeAsked(calloutId)) return ok(null);
    }
    const url = trackingUrlOf(found);
    if (!url && found.trackingUrlSealed) return ok('cannot_be_opened');
    if (!url || !mayOpen(url)) return ok(null);
    const mayFrame = env.TRACKING_MODE === 'auto' && (await mayBeFramed(url, isFresh));
    return ok({
      url,
      as: trackingPresentation(env.TRACKING_MODE, mayFrame),
      mayLocate: env.TRACKING_GEOLOCATION === 'on',
    });
  },
);

// Cached per URL for five minutes. A failed check decides nothing: the answer before it stands, and without one it is
// a refusal, as the link works.
async function mayBeFramed(url: string, isFresh: boolean): Promise<boolean> {
  const answers = processSingleton(
    'frame-answers',
    () => new Map<string, { allowed: Promise<boolean>; askedMs: number; untilMs: number }>(),
  );
  const { origin, pathname } = new URL(url);
  const key = `${origin}${pathname}`;
  const kept = answers.get(key);
  const atMs = monotonicMs();
  const isGood = kept !== undefined && atMs < kept.untilMs && !(isFresh && atMs - kept.askedMs > FRESH_MS);
  if (isGood) return kept.allowed;
  if (answers.size >= 1_000) answers.clear();
  const probe = readPageHeaders(url, { timeoutMs: PROBE_TIMEOUT_MS, mayFollow: isTrackingPage });
  const ownOrigin = new URL(env.APP_URL).origin;
  const allowed = probe.then((page) =>
    page ? allowsFraming(page.headers, page.url, ownOrigin) : (kept?.allowed ?? false),
  );
  const answer = { allowed, askedMs: atMs, untilMs: atMs + PROBE_TTL_MS };
  // Cached before the answer: single flight.
  answers.set(key, answer);
  if ((await probe) === null) answer.untilMs = monotonicMs() + FAILED_PROBE_TTL_MS;
  return allowed;
}
