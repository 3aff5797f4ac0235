import { z } from 'zod';
import { locationInput } from '#lib/geo/schema.ts';
import { pauseReasons } from '#lib/vocabulary.ts';

/** Fixes that one request may carry: what a device keeps while it has no connection. */
export const FIXES_AT_MOST = 100;

const fixInput = locationInput.omit({ source: true });

/** What a device says of its position. */
export const reportInput = z
  .object({
    fixes: z.array(fixInput).max(FIXES_AT_MOST, `At most ${FIXES_AT_MOST} at once`),
    /** The device's clock when it sent this, by which its other times are put right. */
    sentAt: fixInput.shape.fixedAt.optional(),
    device: z
      .string()
      .regex(/^[\w-]{1,64}$/, 'Use up to 64 letters, digits and hyphens')
      .optional(),
    paused: z.enum(pauseReasons, `Must be one of ${pauseReasons.join(', ')}`).optional(),
  })
  .refine(({ fixes, paused }) => fixes.length > 0 || paused, 'Send a fix, or why there is none');
export type Report = z.input<typeof reportInput>;

/** A body in the shape of a report: one fix stands for a list of one. */
export function toReport(body: unknown): object {
  const isList = typeof body === 'object' && body !== null && ('fixes' in body || 'paused' in body);
  return isList ? { fixes: [], ...body } : { fixes: [body] };
}
