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
const PROBE_KEPT_MS = 5 * 60_000;
/** Who asks anew shares an answer that is this young, however many frames load at once. */
const FRESH_MS = 1_000;
const FAILED_PROBE_KEPT_MS = 30_000;

type Tracking =
  | { url: string; as: ReturnType<typeof trackingPresentation>; mayLocate: boolean }
  | 'cannot_be_opened'
  | null;

/**
 * The hosted tracking page of a callout and how to show it, for its owner and operators. `url` is a bearer
 * secret: it may go to that person's browser and nowhere else. `mayLocate`: the page may ask for the position. Null when AURA gave none that
 * may be opened, `cannot_be_opened` when it was sealed with another key.
 */
export const openTracking = verb(
  'callout.open_tracking',
  z.object({
    calloutId: calloutIdField,
    /** A frame has loaded what may be a refusal: an older answer does not count. */
    isFresh: z.boolean().default(false),
  }),
  async (actor, { calloutId, isFresh }): Promise<Result<Tracking, 'callout.not_found'>> => {
    const found = await findCalloutFor(actor, calloutId);
    if (!found) return refuse('callout.not_found');
    if (actor.role === 'person') {
      // AURA's page would show whether the code was right.
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

// Asked once per page address for five minutes. Not answering counts as a refusal for a while: the link works.
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
  const allowed = probe.then((page) => page !== null && allowsFraming(page.headers, page.url, ownOrigin));
  const answer = { allowed, askedMs: atMs, untilMs: atMs + PROBE_KEPT_MS };
  // Before it is answered, so that many pages that open at once ask once.
  answers.set(key, answer);
  if ((await probe) === null) answer.untilMs = monotonicMs() + FAILED_PROBE_KEPT_MS;
  return allowed;
}
