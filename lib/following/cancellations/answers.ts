import * as z from 'zod/mini';
import { cancellationStates, cancellers } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

/** A request to cancel, as operators see it. */
export const cancellationSchema = z.object({
  id: z.string(),
  by: z.enum(cancellers),
  name: z.nullable(z.string()),
  askedAt: instant,
  settledAt: z.nullable(instant),
  state: z.enum(cancellationStates),
  isCodeRight: z.nullable(z.boolean()),
  reason: z.nullable(z.string()),
});
export type Cancellation = z.output<typeof cancellationSchema>;

export const cancellationsSchema = z.object({
  servedAt: instant,
  /** Since when duress is suspected. */
  duressAt: z.nullable(instant),
  isOpen: z.boolean(),
  cancellations: z.array(cancellationSchema),
});
export type Cancellations = z.output<typeof cancellationsSchema>;
