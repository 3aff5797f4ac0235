import 'server-only';
import { z } from 'zod';
import { ok, refuse } from '#lib/errors/result.ts';
import type { Fix } from '#lib/geo/model.ts';
import { verb } from '#lib/identity/verb.ts';
import {
  type AuraCallout,
  type CreateCalloutOutcome,
  createCallout,
  findKeptPlace,
  type Whereabouts,
} from '#lib/panic/aura.ts';
import {
  expiryOf,
  nextStep,
  type PressRecord,
  REQUEST_BUDGET_MS,
  receiptOf,
  STRAY_REQUEST_MS,
} from '#lib/panic/model.ts';
import { pressIdField } from '#lib/panic/schema.ts';
import { endPress, endWithCallout, settleUnknown } from '#lib/panic/settle-press.ts';
import { settlePress } from '#lib/panic/settle-store.ts';
import {
  beginAttempt,
  type ClaimedPress,
  claimDuePresses,
  claimPress,
  findPress,
  nextPressMs,
  releasePress,
} from '#lib/panic/store.ts';
import { backoffMs } from '#lib/platform/backoff.ts';
import { monotonicMs, now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { workEach } from '#lib/platform/outbox.ts';

/** As many as one round of the worker takes; while AURA is slow, the next round begins beside it. */
const A_ROUND = 8;

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
    const claimed = await claimPress(pressId, deadlineMs);
    if (claimed) await takeStep(claimed, deadlineMs);
    const press = await findPress(pressId);
    return press ? ok(receiptOf(press, now(), env.PRESS_EXPIRY_MINUTES)) : refuse('press.not_found');
  },
);

/** One round of the outbox: presses whose turn has come, each one step further. Gives when the next one is due. */
export const deliverDuePresses = verb('press.deliver', z.object({}), async () => {
  const due = await claimDuePresses(A_ROUND, REQUEST_BUDGET_MS);
  await workEach('press', due, (press) => takeStep(press, REQUEST_BUDGET_MS));
  return ok({ nextMs: await nextPressMs() });
});

/** AURA's answer to an attempt, while it is not written down. */
export type Unwritten = { callout: AuraCallout | null };

/**
 * The attempt that a press was committed with: claimed, and written down as begun, in the statement that
 * inserted it. Gives the press as it is afterwards. Should writing down fail, AURA's answer is left in `unwritten`.
 */
export async function makeFirstAttempt(
  press: ClaimedPress,
  fix: Fix,
  deadlineMs: number,
  unwritten: Unwritten,
): Promise<PressRecord | null> {
  return (await ask(press, fix, deadlineMs, unwritten)) ?? findPress(press.id);
}

async function takeStep(press: ClaimedPress, deadlineMs: number): Promise<void> {
  // After the claim: getting that may have taken long.
  const at = now();
  const step = nextStep(press, at, env.PRESS_EXPIRY_MINUTES);
  switch (step.kind) {
    case 'attempt':
      return press.fix ? attempt(press, press.fix, deadlineMs) : undefined;
    case 'keep':
      return attemptAtKeptPlace(press, deadlineMs);
    case 'end':
      return endPress(press, step.as, at);
    case 'settle':
      return settleUnknown(press, step.as, deadlineMs);
    case 'settle_later':
      return releasePress(press, step.at);
  }
}

/** The last rung of the ladder: a place that AURA keeps for the customer. Without one the press stays with us. */
async function attemptAtKeptPlace(press: ClaimedPress, deadlineMs: number): Promise<void> {
  const startedMs = monotonicMs();
  const place = await findKeptPlace(press.customerId, deadlineMs / 2);
  if (place !== null && place !== 'none') {
    return attempt(press, place, Math.max(1, deadlineMs - (monotonicMs() - startedMs)));
  }
  const againMs = backoffMs(press.attempts + 1, Math.random());
  const expiresAt = expiryOf(press.receivedAt, env.PRESS_EXPIRY_MINUTES);
  const lookAt = place === 'none' ? expiresAt : new Date(now().getTime() + againMs);
  return releasePress(press, lookAt, { lastProblem: 'no_location' });
}

async function attempt(press: ClaimedPress, where: Whereabouts, deadlineMs: number): Promise<void> {
  // Not when it was taken back between the claim and here, or has expired: the worker looks again at once.
  if (await beginAttempt(press, now(), env.PRESS_EXPIRY_MINUTES)) await ask(press, where, deadlineMs);
  else await releasePress(press, now());
}

/** Asks AURA, and writes its answer down. Gives the press when it was delivered. */
async function ask(
  press: ClaimedPress,
  where: Whereabouts,
  deadlineMs: number,
  unwritten: Unwritten = { callout: null },
): Promise<PressRecord | null> {
  const { customerId, kind } = press;
  const outcome = await createCallout({ customerId, kind, where }, deadlineMs);
  if (outcome.kind === 'created') return endWithCallout(press, outcome.callout, deadlineMs, unwritten);
  await writeFailure(press, outcome);
  return null;
}

async function writeFailure(
  press: ClaimedPress,
  outcome: Exclude<CreateCalloutOutcome, { kind: 'created' }>,
): Promise<void> {
  const { problem, mayExist } = outcome;
  const at = now();
  const isOutcomeUnknown = mayExist || press.outcomeUnknownSince !== null;
  // What is written down as begun stays unless the outcome of this attempt is known, and of those before it.
  const outcomeUnknownSince = mayExist ? {} : { outcomeUnknownSince: press.outcomeUnknownSince };
  if (outcome.kind === 'failed') {
    const retryAt = new Date(at.getTime() + backoffMs(press.attempts + 1, Math.random()));
    return releasePress(press, retryAt, { lastProblem: problem, ...outcomeUnknownSince });
  }
  if (!isOutcomeUnknown) return settlePress(press, { state: 'rejected', lastProblem: problem }, at);
  // AURA said no, but may have made a callout before: it is asked when none can be on its way any more.
  const askAt = new Date(at.getTime() + STRAY_REQUEST_MS);
  await releasePress(press, askAt, { lastProblem: problem, ...outcomeUnknownSince });
}
