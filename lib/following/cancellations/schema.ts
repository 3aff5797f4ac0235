import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import { cancellationStates, cancellers } from '#lib/vocabulary.ts';

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

const instant = z.iso.datetime();

/** A request to cancel, as operators see it. */
export const cancellationSchema = z.object({
  id: z.string(),
  by: z.enum(cancellers),
  name: z.string().nullable(),
  askedAt: instant,
  settledAt: instant.nullable(),
  state: z.enum(cancellationStates),
  isCodeRight: z.boolean().nullable(),
  reason: z.string().nullable(),
});
export type Cancellation = z.output<typeof cancellationSchema>;

export const cancellationsSchema = z.object({
  servedAt: instant,
  /** Since when duress is suspected. */
  duressAt: instant.nullable(),
  isOpen: z.boolean(),
  cancellations: z.array(cancellationSchema),
});
export type Cancellations = z.output<typeof cancellationsSchema>;

/** In AURA's words. */
export type CancelReason = { id: number; description: string };
