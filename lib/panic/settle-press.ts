import 'server-only';
import { recordCallout } from '#lib/callouts/record-callout.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { type AuraCallout, cancelCallout, fetchActiveCallouts } from '#lib/panic/aura.ts';
import { type Fix, retryDelayMs } from '#lib/panic/model.ts';
import {
  type ClaimedPress,
  releasePress,
  type Settlement,
  scheduleDelivery,
  settlePress,
} from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { database, transaction } from '#lib/platform/db/database.ts';

type LinkedPress = { id: string; personId: string; kind: 'real' | 'test'; fix: Fix | null };

/** Keeps AURA's callout and ends the press with it, in one transaction. */
export async function linkCallout(
  press: LinkedPress,
  callout: AuraCallout,
  at: Date,
  settlement: Settlement = { state: 'delivered', calloutId: callout.calloutId },
): Promise<void> {
  await transaction(async (tx) => {
    await recordCallout(tx, { ...callout, personId: press.personId, kind: press.kind, fix: press.fix, at });
    await settlePress(tx, press.id, settlement, at);
  });
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
  if (!callout) return settlePress(database(), press.id, { state: as }, now());
  // It is there although the press ran out: what is true is that AURA has it.
  if (as === 'expired') return linkCallout(press, callout, now());
  // An open callout of an earlier press: taking this press back must not call off that one.
  if (await findCallout(callout.calloutId)) return settlePress(database(), press.id, { state: as }, now());
  if (!(await cancelCallout(callout.calloutId, deadlineMs))) return askAgain(press);
  return linkCallout(press, callout, now(), { state: 'withdrawn', calloutId: callout.calloutId });
}

async function askAgain(press: ClaimedPress): Promise<void> {
  await releasePress(press.id);
  const attemptsSoFar = press.attempts + 1;
  const at = new Date(now().getTime() + retryDelayMs(attemptsSoFar, Math.random()));
  await scheduleDelivery(database(), press.id, at);
}
