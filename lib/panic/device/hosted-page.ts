import 'server-only';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

/** How long the answer about a delivered press may wait for the page's address. */
const TRACKING_BUDGET_MS = 1_000;

/**
 * AURA's hosted page for the answer about a press, or null. `known` is the journal's, where our own page cannot open.
 * Every answer that may be the first to say *delivered* names it: the post, its release, and a receipt read later.
 */
export async function hostedPage(
  actor: PersonActor,
  { calloutId }: Receipt,
  known: string | null,
): Promise<string | null> {
  // A token that may be revoked reads nothing from the database.
  if (actor.uncheckedEdition !== null) return known;
  // Only then does the whole tab go there; otherwise our own page decides, and may ask whether it can be framed.
  if (known || calloutId === null || env.TRACKING_MODE !== 'redirect') return known;
  try {
    const tracking = await withTimeout(openTracking(actor, { calloutId }), TRACKING_BUDGET_MS);
    if (!tracking.ok || tracking.value === 'cannot_be_opened') return null;
    return tracking.value?.url ?? null;
  } catch (error) {
    // A tracking failure must not fail the press.
    log.warn({ error: describeError(error) }, 'tracking not opened after a press');
    return null;
  }
}

/** A receipt with {@link hostedPage}, where there is one. */
export async function withHostedPage(
  actor: PersonActor,
  receipt: Receipt,
  known: string | null,
): Promise<Receipt> {
  const trackingUrl = await hostedPage(actor, receipt, known);
  return trackingUrl ? { ...receipt, trackingUrl } : receipt;
}
