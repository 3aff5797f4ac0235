import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';

/** Accepts any code: only an impossible length is refused. */
export const cancelInput = z.object({
  calloutId: calloutIdField,
  safeCode: z.string('Use a text').max(100, 'Use at most 100 characters').optional(),
});

export const cancelAsOperatorInput = z.object({
  calloutId: calloutIdField,
  reason: z.string('Say why').trim().min(5, 'Say why, in a few words').max(500, 'Use at most 500 characters'),
  exceptionReasonId: z.coerce.number().int().positive().optional(),
});

/** In AURA's words. */
export type CancelReason = { id: number; description: string };
