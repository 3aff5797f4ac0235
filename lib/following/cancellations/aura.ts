import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';
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
  const input = safeCode === null ? { calloutId } : { calloutId, safeCode };
  const asked = await callAura((aura) => aura.cancelCallout(input, { deadlineMs }));
  if (asked.ok) return asked.value.closed ? 'closed' : 'accepted';
  if (asked.kind === 'not_found') return 'gone';
  return asked.outcome === 'refused' ? 'refused' : 'failed';
}

/** The reasons that may be given; none while AURA does not tell. */
export async function fetchReasons(calloutId: number): Promise<CancelReason[]> {
  const listed = await callAura((aura) =>
    aura.listExceptionReasons({ calloutId }, { deadlineMs: REASONS_DEADLINE_MS }),
  );
  return listed.ok ? listed.value.exceptionReasons : [];
}

/** Says why, once: a second time might be a second reason. */
export async function giveReason(
  reason: { calloutId: number; exceptionReasonId: number; notes: string },
  deadlineMs: number,
): Promise<'given' | 'refused' | 'unsure'> {
  const given = await callAura((aura) => aura.giveExceptionReason(reason, { deadlineMs }));
  if (given.ok) return 'given';
  return given.outcome === 'unsure' ? 'unsure' : 'refused';
}
