import 'server-only';
import { z } from 'zod';
import { ok } from '#lib/errors/result.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { verb } from '#lib/identity/verb.ts';
import type { Raised } from '#lib/panic/schema.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';
import { raisePress } from './raise-press.ts';

/** How long the answer to a delivered press may wait for the page's address. */
const TRACKING_BUDGET_MS = 1_000;

/** {@link raisePress} for every entry point: in `redirect` mode the answer names the page that the tab goes to. */
export const raiseAndTrack = verb('press.raise', z.unknown(), async (actor, press) => {
  const raised = await raisePress(actor, press);
  return raised.ok ? ok({ ...raised.value, trackingUrl: await hostedPage(actor, raised.value) }) : raised;
});

async function hostedPage(actor: PersonActor, { receipt, trackingUrl }: Raised): Promise<string | null> {
  // A token that may be revoked reads nothing from the database.
  if (actor.uncheckedEdition !== null) return trackingUrl;
  // Only then does the whole tab go there; otherwise our own page decides, and may ask whether it can be framed.
  if (trackingUrl || receipt.calloutId === null || env.TRACKING_MODE !== 'redirect') return trackingUrl;
  try {
    const tracking = await withTimeout(
      openTracking(actor, { calloutId: receipt.calloutId }),
      TRACKING_BUDGET_MS,
    );
    if (!tracking.ok || tracking.value === 'cannot_be_opened') return null;
    return tracking.value?.url ?? null;
  } catch (error) {
    // A tracking failure must not fail the press.
    log.warn({ error: describeError(error) }, 'tracking not opened after a press');
    return null;
  }
}
