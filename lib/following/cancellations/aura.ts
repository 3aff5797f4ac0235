import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import type { CancelReason } from './schema.ts';

// Calling a callout off at AURA, and AURA's reasons for it.

/** A page waits for it, and can do without. */
const REASONS_DEADLINE_MS = 1_000;

/** `gone`: AURA has no such callout any more. `failed`: no answer that counts. Asking again does no harm. */
export type CancelOutcome = 'accepted' | 'refused' | 'gone' | 'closed' | 'failed';

/** Cancels as the customer with what they typed, or, with null, as the integrator. */
export async function cancelAtAura(
  calloutId: number,
  safeCode: string | null,
  deadlineMs: number,
): Promise<CancelOutcome> {
  try {
    const input = safeCode === null ? { calloutId } : { calloutId, safeCode };
    const answer = await auraClient().cancelCallout(input, { deadlineMs });
    return answer.closed ? 'closed' : 'accepted';
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    if (error.endpoint !== 'cancelCallout') return 'failed';
    if (error.kind === 'not_found') return 'gone';
    return ['invalid_request', 'forbidden', 'conflict'].includes(error.kind) ? 'refused' : 'failed';
  }
}

/** The reasons that may be given; none while AURA does not tell. */
export async function fetchReasons(calloutId: number): Promise<CancelReason[]> {
  try {
    const { exceptionReasons } = await auraClient().listExceptionReasons(
      { calloutId },
      { deadlineMs: REASONS_DEADLINE_MS },
    );
    return exceptionReasons;
  } catch (error) {
    if (error instanceof AuraError) return [];
    throw error;
  }
}

/** Says why, once: a second time might be a second reason. */
export async function giveReason(
  reason: { calloutId: number; exceptionReasonId: number; notes: string },
  deadlineMs: number,
): Promise<'given' | 'refused' | 'unsure'> {
  try {
    await auraClient().giveExceptionReason(reason, { deadlineMs });
    return 'given';
  } catch (error) {
    if (!(error instanceof AuraError)) throw error;
    const isUnknown = ['network', 'timeout', 'server', 'contract'].includes(error.kind);
    return isUnknown && error.endpoint === 'giveExceptionReason' ? 'unsure' : 'refused';
  }
}
