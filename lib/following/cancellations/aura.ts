import 'server-only';
import { callAura } from '#lib/upstream/aura-client.ts';
import type { CancelReason } from './schema.ts';

/** A page waits for it, and works without. */
const REASONS_DEADLINE_MS = 1_000;

/** `gone`: AURA has no such callout any more. `failed`: no usable answer; a retry is safe. */
export type CancelOutcome = 'accepted' | 'refused' | 'gone' | 'closed' | 'failed';

/** Cancels as the customer with the typed code, or, with null, as the integrator. */
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

/** The allowed reasons; none while AURA does not answer. */
export async function fetchReasons(calloutId: number): Promise<CancelReason[]> {
  const listed = await callAura((aura) =>
    aura.listExceptionReasons({ calloutId }, { deadlineMs: REASONS_DEADLINE_MS }),
  );
  return listed.ok ? listed.value.exceptionReasons : [];
}

/** Sends the reason once: a repeat might be stored as a second reason. */
export async function giveReason(
  reason: { calloutId: number; exceptionReasonId: number; notes: string },
  deadlineMs: number,
): Promise<'given' | 'refused' | 'unsure'> {
  const given = await callAura((aura) => aura.giveExceptionReason(reason, { deadlineMs }));
  if (given.ok) return 'given';
  return given.outcome === 'unsure' ? 'unsure' : 'refused';
}
