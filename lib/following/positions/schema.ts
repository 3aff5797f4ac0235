import { z } from 'zod';
import { locationInput } from '#lib/panic/schema.ts';

/** Fixes that one request may carry: what a device keeps while it has no connection. */
export const FIXES_AT_MOST = 100;

/** Why a device says that it stops: not in front, left, not allowed, or nothing to be found. */
export const pauseReasons = ['hidden', 'closed', 'denied', 'unavailable'] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** Why a fix is kept but not believed: too far off, from before the callout, or not the device that counts. */
export const doubts = ['jump', 'old', 'other_device'] as const;
export type Doubt = (typeof doubts)[number];

const instant = z.iso.datetime();
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

/** Where the person of an open callout is, as far as we know. */
export const positionSchema = z.object({
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.number(),
  measuredAt: instant,
});
export type Position = z.output<typeof positionSchema>;

/** What is known of a callout's positions; null where no device has sent any. */
export const followingSchema = z.object({
  state: z.enum(['live', 'paused']),
  /** What the device said; null when it went quiet without a word. */
  pauseReason: z.enum(pauseReasons).nullable(),
  heardAt: instant,
  newest: positionSchema.nullable(),
  /** When the fix was measured that AURA has; null while it has none of these. */
  atAuraMeasuredAt: instant.nullable(),
});
export type Following = z.output<typeof followingSchema>;

export const trailSchema = z.array(
  positionSchema.extend({ receivedAt: instant, doubt: z.enum(doubts).nullable() }),
);
export type Trail = z.output<typeof trailSchema>;
