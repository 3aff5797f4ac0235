import { z } from 'zod';
import { undeliveredPressSchema } from '#lib/panic/schema.ts';
import { alertKinds, pauseReasons, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const listAttentionInput = z.object({
  /** `real` omits TEST presses. */
  kind: z.enum(['all', 'real']).default('all'),
  /** `all`: without the limit. */
  shown: z.enum(['first', 'all']).default('first'),
});

export type ListAttention = z.output<typeof listAttentionInput>;

/** The identity of an alert. */
export const acknowledgeAlertInput = z.object({
  kind: z.enum(alertKinds),
  subject: z.string().max(40),
  since: instant.transform((text) => new Date(text)),
});

const alertSchema = z.object({
  kind: z.enum(alertKinds),
  /** A press's or callout's id; empty for the whole deployment. */
  subject: z.string(),
  since: instant,
  isTest: z.boolean(),
  callout: z
    .object({
      calloutId: z.number().int(),
      stage: z.enum(stages),
      person: z.object({ name: z.string(), surname: z.string() }),
      /** The device's reason; null when its reports just stopped. */
      pauseReason: z.enum(pauseReasons).nullable(),
    })
    .nullable(),
  press: undeliveredPressSchema.nullable(),
  /** AURA does not answer, or the poller does not ask. */
  silence: z.enum(['no_answer', 'not_asked']).nullable(),
  acknowledged: z.object({ by: z.string(), at: instant }).nullable(),
  /** Since when it is escalated, the attempts, and when it succeeded. */
  escalation: z.object({ at: instant, attempts: z.number().int(), sentAt: instant.nullable() }).nullable(),
});
export type CurrentAlert = z.output<typeof alertSchema>;

export const attentionSchema = z.object({
  asOf: instant,
  /** Most urgent first, acknowledged ones last. */
  needs: z.array(alertSchema),
  /** Counts of those beyond the limit, most urgent first. */
  more: z.array(z.object({ kind: z.enum(alertKinds), count: z.number().int() })),
  /** Unacknowledged ones, and all. */
  waiting: z.number().int(),
  total: z.number().int(),
  /** Null: escalation is off. */
  escalatesAfterMinutes: z.number().nullable(),
});
export type Attention = z.output<typeof attentionSchema>;
