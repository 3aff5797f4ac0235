import 'server-only';
import { findCallout } from '#lib/callouts/store.ts';
import { type AuraCallout, cancelCallout, fetchActiveCallouts } from '#lib/panic/aura.ts';
import { type Fix, retryDelayMs } from '#lib/panic/model.ts';
import {
  type ClaimedPress,
  releasePress,
  type Settlement,
  scheduleDelivery,
  settlePress,
  settleWithCallout,
} from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

type LinkedPress = { id: string; personId: string; kind: 'real' | 'test'; fix: Fix | null };

/** Keeps AURA's callout and ends the press with it. */
export function linkCallout(
  press: LinkedPress,
  callout: AuraCallout,
  at: Date,
  settlement: Settlement = { state: 'delivered', calloutId: callout.calloutId },
): Promise<void> {
  const { id, personId, kind, fix } = press;
  return settleWithCallout(id, settlement, { ...callout, personId, kind, fix, at });
}

/**
 * Ends a press that may not be sent any more, after an attempt whose outcome is unknown. What AURA has from it
 * is linked, and for a withdrawal cancelled there; while AURA does not tell, the press stays open.
 */
export async function settleUnknown(
  press: ClaimedPress,
  as: 'withdrawn' | 'expired',
  deadlineMs: number,
): Promise<void> {
  const active = await fetchActiveCallouts(deadlineMs);
  if (active === null) return askAgain(press);
  const callout = active.find(({ customerId }) => customerId === press.customerId)?.callout;
  if (!callout) return settlePress(press.id, { state: as }, now());
  // It is there although the press ran out: what is true is that AURA has it.
  if (as === 'expired') return linkCallout(press, callout, now());
  // An open callout of an earlier press: taking this press back must not call off that one.
  if (await findCallout(callout.calloutId)) return settlePress(press.id, { state: as }, now());
  if (!(await cancelCallout(callout.calloutId, deadlineMs))) return askAgain(press);
  return linkCallout(press, callout, now(), { state: 'withdrawn', calloutId: callout.calloutId });
}

async function askAgain(press: ClaimedPress): Promise<void> {
  await releasePress(press.id);
  const attemptsSoFar = press.attempts + 1;
  const at = new Date(now().getTime() + retryDelayMs(attemptsSoFar, Math.random()));
  await scheduleDelivery(press.id, at);
}
