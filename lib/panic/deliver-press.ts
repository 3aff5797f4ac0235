import 'server-only';
import { z } from 'zod';
import { verb } from '#lib/identity/verb.ts';
import { type CreateCalloutOutcome, createCallout } from '#lib/panic/aura.ts';
import { expiryOf, type Fix, nextStep, type PressRecord, receiptOf, retryDelayMs } from '#lib/panic/model.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { endWithCallout, settleUnknown } from '#lib/panic/settle-press.ts';
import {
  beginAttempt,
  type ClaimedPress,
  claimPress,
  findClaim,
  findPress,
  releasePress,
  scheduleDelivery,
  settlePress,
} from '#lib/panic/store.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** How much longer than its call to AURA a claim lasts: time to write the outcome down. */
const CLAIM_MARGIN_MS = 3_000;
const LOOK_AGAIN_MS = 500;

/**
 * Takes a press one step further, within `deadlineMs`, and gives the receipt after it. Any number of callers
 * may try at once: one holds the claim, the others get the receipt as it stands. An attempt whose answer was
 * lost is simply made again, since AURA returns the callout that is open; only when the press may not be sent
 * any more is AURA asked what became of it.
 */
export const deliverPress = verb(
  'press.deliver',
  z.object({ pressId: pressIdField, deadlineMs: z.number().positive() }),
  async (_actor, { pressId, deadlineMs }) => {
    const at = now();
    const claimed = await claimPress(pressId, at, claimEnd(at, deadlineMs));
    if (claimed) await takeStep(claimed, at, deadlineMs);
    else await lookAgain(pressId, at);
    const press = await findPress(pressId);
    return press ? ok(receiptOf(press, now(), env.PRESS_EXPIRY_MINUTES)) : refuse('press.not_found');
  },
);

/** Until when a press is in the hands of whoever makes an attempt that may take `deadlineMs`. */
export function claimEnd(at: Date, deadlineMs: number): Date {
  return new Date(at.getTime() + deadlineMs + CLAIM_MARGIN_MS);
}

/**
 * The attempt that a press was committed with: claimed, and written down as begun, in the statement that
 * inserted it. Gives the press as it is afterwards.
 */
export async function makeFirstAttempt(
  press: ClaimedPress,
  fix: Fix,
  deadlineMs: number,
): Promise<PressRecord | null> {
  return (await ask(press, fix, deadlineMs)) ?? findPress(press.id);
}

// Somebody has the press right now, and may die with it: the job comes back when that claim has run out.
async function lookAgain(pressId: string, at: Date): Promise<void> {
  const claimedUntil = await findClaim(pressId);
  if (!claimedUntil) return;
  // Never at once: with clocks apart that would be a tight loop.
  await scheduleDelivery(pressId, new Date(Math.max(claimedUntil.getTime(), at.getTime() + LOOK_AGAIN_MS)));
}

async function takeStep(press: ClaimedPress, at: Date, deadlineMs: number): Promise<void> {
  const step = nextStep(press, at, env.PRESS_EXPIRY_MINUTES);
  switch (step.kind) {
    case 'attempt':
      return press.fix ? attempt(press, press.fix, deadlineMs) : undefined;
    case 'keep':
      await releasePress(press.id, { lastProblem: 'no_location' });
      return scheduleDelivery(press.id, expiryOf(press.receivedAt, env.PRESS_EXPIRY_MINUTES));
    case 'end':
      return settlePress(press, { state: step.as }, at);
    case 'settle':
      return settleUnknown(press, step.as, deadlineMs);
    case 'settle_later':
      await releasePress(press.id);
      return scheduleDelivery(press.id, step.at);
  }
}

async function attempt(press: ClaimedPress, fix: Fix, deadlineMs: number): Promise<void> {
  if (!(await beginAttempt(press.id, now()))) {
    // Withdrawn between the claim and here: the job looks again at once.
    await releasePress(press.id);
    return scheduleDelivery(press.id, now());
  }
  await ask(press, fix, deadlineMs);
}

/** Asks AURA, and writes its answer down. Gives the press when it was delivered. */
async function ask(press: ClaimedPress, fix: Fix, deadlineMs: number): Promise<PressRecord | null> {
  const { customerId, kind } = press;
  const outcome = await createCallout({ customerId, kind, ...fix }, deadlineMs);
  if (outcome.kind === 'created') return endWithCallout(press, outcome.callout, deadlineMs);
  await writeFailure(press, outcome);
  return null;
}

async function writeFailure(
  press: ClaimedPress,
  outcome: Exclude<CreateCalloutOutcome, { kind: 'created' }>,
): Promise<void> {
  const at = now();
  switch (outcome.kind) {
    case 'rejected':
      return settlePress(press, { state: 'rejected', lastProblem: outcome.problem }, at);
    case 'failed': {
      const unsettledSince = outcome.mayExist ? undefined : press.unsettledSince;
      await releasePress(press.id, {
        lastProblem: outcome.problem,
        ...(unsettledSince === undefined ? {} : { unsettledSince }),
      });
      const retryAt = new Date(at.getTime() + retryDelayMs(press.attempts + 1, Math.random()));
      return scheduleDelivery(press.id, retryAt);
    }
  }
}
