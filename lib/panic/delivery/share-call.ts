import 'server-only';
import type { Asked } from '#lib/panic/core/next.ts';
import type { CreateOutcome } from '#lib/panic/core/press.ts';
import {
  ANSWER_KEPT_MS,
  type Call,
  callKey,
  mayShare,
  shareableAnswer,
} from '#lib/panic/core/shared-call.ts';
import { now } from '#lib/platform/clock.ts';
import { processSingleton } from '#lib/platform/process-singleton.ts';
import { withTimeout } from '#lib/platform/with-timeout.ts';

type CallHere = Call & { outcome: Promise<CreateOutcome> };

/** The newest call of this process for each key. */
const calls = () => processSingleton('shared-calls', () => new Map<string, CallHere>());

/**
 * Asks AURA for a callout, or takes the answer of a call of this process for the same person. A press waits half of its
 * deadline for another's call, and then calls by itself: AURA returns the open callout.
 */
export async function shareCall(
  asked: Asked<'create'>,
  deadlineMs: number,
  create: () => Promise<CreateOutcome>,
): Promise<CreateOutcome> {
  const call = calls().get(callKey(asked));
  if (call && mayShare(call, asked, now())) {
    call.askedBy.add(asked.pressId);
    const outcome = await answerOf(call, deadlineMs / 2);
    if (outcome && shareableAnswer(outcome, asked)) return outcome;
  }
  return begin(asked, create);
}

/** Null without an answer in time. */
async function answerOf({ outcome }: CallHere, ms: number): Promise<CreateOutcome | null> {
  try {
    return await withTimeout(outcome, ms);
  } catch {
    // The press whose call it is logs its failure; this one goes on by itself.
    return null;
  }
}

async function begin(asked: Asked<'create'>, create: () => Promise<CreateOutcome>): Promise<CreateOutcome> {
  const key = callKey(asked);
  const call: CallHere = { askedBy: new Set([asked.pressId]), answer: null, outcome: create() };
  calls().set(key, call);
  const drop = () => {
    if (calls().get(key) === call) calls().delete(key);
  };
  try {
    const outcome = await call.outcome;
    const callout = shareableAnswer(outcome, asked);
    if (!callout) drop();
    else {
      call.answer = { callout, at: now() };
      setTimeout(drop, ANSWER_KEPT_MS).unref();
    }
    return outcome;
  } catch (error) {
    drop();
    throw error;
  }
}
