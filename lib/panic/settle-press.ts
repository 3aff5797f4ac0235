import 'server-only';
import type { Stage } from '#lib/callouts/schema.ts';
import { findCallout } from '#lib/callouts/store.ts';
import { type AuraCallout, cancelCallout, fetchActiveCallouts } from '#lib/panic/aura.ts';
import { type PressRecord, retryDelayMs, unfitness } from '#lib/panic/model.ts';
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
 * withdrawn with the callout cancelled. Gives the press when it was delivered.
 */
export async function endWithCallout(
  press: ClaimedPress,
  callout: AuraCallout,
  deadlineMs: number,
): Promise<PressRecord | null> {
  const delivered = { state: 'delivered', calloutId: callout.calloutId } as const;
  const settled = await settleWithCallout(press, delivered, createdFrom(press, callout));
  if (settled) return settled;
  const known = await findCallout(callout.calloutId);
  const unfit = unfitness(press.kind, known);
  if (known && unfit) await goOnTrying(press, known, unfit, deadlineMs);
  else await endWithdrawn(press, callout, known !== null, deadlineMs);
  return null;
}

/**
 * AURA gave back the callout that it still has open, and nobody may be coming because of that one. What it does with
 * a real press then is not known, so the press is not said to be there: a test is ended, and the press goes again.
 */
async function goOnTrying(
  press: ClaimedPress,
  known: { id: number; stage: Stage },
  problem: 'test_open' | 'cancelled_open',
  deadlineMs: number,
): Promise<void> {
  const isFirstTime = press.lastProblem !== problem;
  const mayEnd = problem === 'test_open' && known.stage !== 'cancelled';
  const hasEnded = mayEnd && (await cancelCallout(known.id, deadlineMs));
  // Nothing new was made, so the outcome of this attempt is known.
  await releasePress(press.id, { lastProblem: problem, unsettledSince: press.unsettledSince });
  const pauseMs = hasEnded && isFirstTime ? 0 : retryDelayMs(press.attempts + 1, Math.random());
  await scheduleDelivery(press.id, new Date(now().getTime() + pauseMs));
}

async function endWithdrawn(
  press: ClaimedPress,
  callout: AuraCallout,
  isKnown: boolean,
  deadlineMs: number,
): Promise<void> {
  // An open callout of an earlier press: taking this press back must not call off that one.
  if (isKnown) return settlePress(press, { state: 'withdrawn' }, now());
  if (!(await cancelCallout(callout.calloutId, deadlineMs))) return askAgain(press);
  const withdrawn = { state: 'withdrawn', calloutId: callout.calloutId } as const;
  await settleWithCallout(press, withdrawn, createdFrom(press, callout));
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
  const known = callout ? await findCallout(callout.calloutId) : null;
  if (!callout || unfitness(press.kind, known)) return settlePress(press, { state: as }, now());
  if (as === 'withdrawn') return endWithdrawn(press, callout, known !== null, deadlineMs);
  // An expired press that is there after all: what is true is that AURA has it.
  await endWithCallout(press, callout, deadlineMs);
}

async function askAgain(press: ClaimedPress): Promise<void> {
  await releasePress(press.id);
  const attemptsSoFar = press.attempts + 1;
  const at = new Date(now().getTime() + retryDelayMs(attemptsSoFar, Math.random()));
  await scheduleDelivery(press.id, at);
}
