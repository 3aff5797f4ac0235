'use server';

import { openTracking } from '#lib/callouts/open-tracking.ts';
import { personFrom } from '#lib/identity/session.ts';
import { raisePress } from '#lib/panic/raise-press.ts';
import type { Receipt } from '#lib/panic/schema.ts';
import { requestHeaders } from '#lib/platform/next-adapter.ts';
import { ok, type Result, refuse } from '#lib/platform/result.ts';

/** A receipt, and where the browser goes when AURA has the press. */
export type RaisedPress = { receipt: Receipt; trackingUrl: string | null };

/** The page's own door to {@link raisePress}. `trackingUrl` is set when the whole tab is to go there. */
export async function raisePressAction(press: unknown): Promise<Result<RaisedPress>> {
  const actor = await personFrom(await requestHeaders());
  if (actor.role !== 'person') return refuse('session.required');
  const raised = await raisePress(actor, press);
  if (!raised.ok) return raised;
  const { receipt } = raised.value;
  if (receipt.calloutId === null) return ok({ receipt, trackingUrl: null });
  const tracking = await openTracking(actor, { calloutId: receipt.calloutId });
  const hosted = tracking.ok ? tracking.value : null;
  return ok({ receipt, trackingUrl: hosted?.as === 'redirect' ? hosted.url : null });
}
