import { mismatchReason } from '#lib/panic/core/model.ts';
import type { Asked } from './next.ts';
import type { AuraCallout, CreateOutcome } from './press.ts';

// Presses of one person that come together are one call to AURA: the later ones take the answer of the first. They are
// presses of their own in everything else, and call AURA themselves where that answer is no callout.

/** How long an answer is kept for presses that were received before it and are sent after it, as at the end of a grace. */
export const ANSWER_KEPT_MS = 5_000;

/** A call to AURA for a press, under way or answered with a callout. */
export type Call = {
  /** The presses that have asked by it: each takes an answer once, so that one that did not help is not taken again. */
  askedBy: Set<string>;
  answer: { callout: AuraCallout; at: Date } | null;
};

type Asking = Asked<'create'>;

/** Presses of one key may share a call. Another kind of help, or a test, is a call of its own. */
export function callKey({ customerId, kind, responseTypeId }: Asking): string {
  return `${customerId} ${kind} ${responseTypeId ?? 'default'}`;
}

/**
 * Whether a press may take the answer of a call: it was received before the answer, so the callout was open when the
 * person pressed, or later. A press after it is a new one: AURA may have closed the callout, unknown to us.
 */
export function mayShare({ askedBy, answer }: Call, { pressId, receivedAt }: Asking, at: Date): boolean {
  if (askedBy.has(pressId)) return false;
  if (answer === null) return true;
  return receivedAt <= answer.at && at.getTime() - answer.at.getTime() <= ANSWER_KEPT_MS;
}

/** The callout of an answer that others may take: not an open test or a cancelled callout that AURA gave back. */
export function shareableAnswer(outcome: CreateOutcome, { kind }: Asking): AuraCallout | null {
  if (outcome.kind !== 'created') return null;
  return mismatchReason(kind, outcome.callout) === null ? outcome.callout : null;
}
