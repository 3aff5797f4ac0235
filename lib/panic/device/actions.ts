'use server';

import { ok, type Result } from '#lib/errors/result.ts';
import { openTracking } from '#lib/following/page/open-tracking.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { presserFrom } from '#lib/identity/presser.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { raisePress } from '#lib/panic/device/raise-press.ts';
import { giveOutcome } from '#lib/panic/give-outcome.ts';
import { pressTokenIn, type Raised, type Receipt } from '#lib/panic/schema.ts';
import { env } from '#lib/platform/env.ts';
import { describeError, log } from '#lib/platform/log.ts';

/** A receipt, and where the whole tab is to go when that is not our own page. */
export type RaisedPress = { receipt: Receipt; trackingUrl: string | null };

/** The page's own door to {@link raisePress}. */
export async function raisePressAction(press: unknown): Promise<Result<RaisedPress>> {
  const presser = await presserFrom(await requestHeaders(), pressTokenIn(press));
  if (!presser.ok) return presser;
  const raised = await raisePress(presser.value, press);
  if (!raised.ok) return raised;
  return ok({ receipt: raised.value.receipt, trackingUrl: await hostedPage(presser.value, raised.value) });
}

async function hostedPage(presser: PersonActor, { receipt, trackingUrl }: Raised): Promise<string | null> {
  // Of whom it is not known whether the token was revoked, nothing is read.
  if (presser.uncheckedEdition !== null) return trackingUrl;
  // Only then does the whole tab go there; otherwise our own page decides, and may ask whether it can be framed.
  if (trackingUrl || receipt.calloutId === null || env.TRACKING_MODE !== 'redirect') return trackingUrl;
  try {
    const tracking = await openTracking(presser, { calloutId: receipt.calloutId });
    if (!tracking.ok || tracking.value === 'cannot_be_opened') return null;
    return tracking.value?.url ?? null;
  } catch (error) {
    // The press is with AURA: nothing about its tracking may turn that answer into a failure.
    log.warn({ error: describeError(error) }, 'tracking not opened after a press');
    return null;
  }
}

/** An operator says what came of presses that ended without AURA. */
export async function giveOutcomeAction(given: unknown): Promise<Result<null>> {
  return giveOutcome(await operatorFrom(await requestHeaders()), given);
}
