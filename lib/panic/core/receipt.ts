import { ON_ITS_WAY_MS, receiptOf } from '#lib/panic/core/model.ts';
import type { Receipt } from '#lib/panic/core/schema.ts';
import { later, type Moment, type Press } from './press.ts';

export function receiptFor(
  press: Press,
  { at, expiryMinutes }: Pick<Moment, 'at' | 'expiryMinutes'>,
): Receipt {
  return receiptOf({ ...press, hasFix: press.fix !== null }, at, expiryMinutes);
}

/**
 * What is told of a press after *I am safe*: nothing of whether AURA has it, since it takes one for the callout that a wrong
 * code left open, and may give back what a right one called off.
 */
export function duressSafeReceipt({ trackingUrl: _, ...receipt }: Receipt): Receipt {
  const { state, sending, attempts, ages } = receipt;
  const isTold = state !== 'delivered' && (state !== 'recorded' || sending === 'no');
  if (isTold) return receipt;
  return {
    ...receipt,
    ...{ state: 'recorded', sending: 'yes', problem: null, calloutId: null, afterSafe: true },
    attempts: Math.min(attempts, 1),
    ages: { ...ages, settledSeconds: null },
  };
}

/** Longer after its end, a form that is sent again is no double tap but an old page, and *Back* means the button. */
const PRESSED_ANEW_S = 30;

/** Where the person of a press that was delivered just now is led: `trackingUrl`, or our page; null for any other press. */
export function calloutPageOf(
  { state, calloutId, ages }: Receipt,
  trackingUrl?: string | null,
): string | null {
  if (state !== 'delivered' || (ages.settledSeconds ?? 0) > PRESSED_ANEW_S) return null;
  return trackingUrl ?? `/callouts/${calloutId}`;
}

/**
 * Whether an operator must see a press: it is neither delivered, withdrawn nor given an outcome, its grace is over, and
 * its delivery has failed or takes too long.
 */
export function needsOperator(press: Press, hasOutcome: boolean, at: Date): boolean {
  if (press.state === 'delivered' || press.state === 'withdrawn' || hasOutcome) return false;
  if (press.sendsAt && press.sendsAt > at) return false;
  const sentAt = press.sendsAt ?? press.receivedAt;
  return press.lastProblem !== null || sentAt < later(at, -ON_ITS_WAY_MS);
}
