import 'server-only';
import { findCallout } from '#lib/callouts/store.ts';
import { type AuraCallout, cancelCallout, fetchActiveCallouts } from '#lib/panic/aura.ts';
import { retryDelayMs } from '#lib/panic/model.ts';
import {
  type ClaimedPress,
  releasePress,
  scheduleDelivery,
  settlePress,
  settleWithCallout,
} from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';

/**
 * Ends a press with the callout that AURA has from it: delivered, or, when it was withdrawn meanwhile,
 * withdrawn with the callout cancelled.
 */
export async function endWithCallout(
  press: ClaimedPress,
  callout: AuraCallout,
  deadlineMs: number,
): Promise<void> {
  const isKnown = (await findCallout(callout.calloutId)) !== null;
  const created = createdFrom(press, callout);
  const delivered = { state: 'delivered', calloutId: callout.calloutId } as const;
  if (await settleWithCallout(press.id, delivered, created)) return;
  await endWithdrawn(press, callout, isKnown, deadlineMs);
}

async function endWithdrawn(
  press: ClaimedPress,
  callout: AuraCallout,
  isKnown: boolean,
  deadlineMs: number,
): Promise<void> {
  // An open callout of an earlier press: taking this press back must not call off that one.
  if (isKnown) return settlePress(press.id, { state: 'withdrawn' }, now());
  if (!(await cancelCallout(callout.calloutId, deadlineMs))) return askAgain(press);
  const withdrawn = { state: 'withdrawn', calloutId: callout.calloutId } as const;
  await settleWithCallout(press.id, withdrawn, createdFrom(press, callout));
}

function createdFrom({ personId, kind, fix }: ClaimedPress, callout: AuraCallout) {
  return { ...callout, personId, kind, fix, at: now() };
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
  // An expired press that is there after all: what is true is that AURA has it.
  if (as === 'expired') return endWithCallout(press, callout, deadlineMs);
  const isKnown = (await findCallout(callout.calloutId)) !== null;
  return endWithdrawn(press, callout, isKnown, deadlineMs);
}

async function askAgain(press: ClaimedPress): Promise<void> {
  await releasePress(press.id);
  const attemptsSoFar = press.attempts + 1;
  const at = new Date(now().getTime() + retryDelayMs(attemptsSoFar, Math.random()));
  await scheduleDelivery(press.id, at);
}
