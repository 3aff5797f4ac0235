import { z } from 'zod';
import { undeliveredPressSchema } from '#lib/panic/schema.ts';
import { needKinds, pauseReasons, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const listAttentionInput = z.object({
  /** `real` leaves out TEST presses. */
  kind: z.enum(['all', 'real']).default('all'),
  /** `all`: every one of them, where there are more than fit. */
  shown: z.enum(['first', 'all']).default('first'),
});

export type ListAttention = z.output<typeof listAttentionInput>;

/** An alert as it was shown: with another `since` it is another alert. */
export const acknowledgeAlertInput = z.object({
  kind: z.enum(needKinds),
  subject: z.string().max(40),
  since: instant.transform((text) => new Date(text)),
});

const needSchema = z.object({
  kind: z.enum(needKinds),
  /** A press's or callout's id; empty for what concerns the whole deployment. */
  subject: z.string(),
  since: instant,
  isTest: z.boolean(),
  callout: z
    .object({
      calloutId: z.number().int(),
      stage: z.enum(stages),
      person: z.object({ name: z.string(), surname: z.string() }),
      /** Why the device said that it stops; null when it went quiet without a word. */
      pauseReason: z.enum(pauseReasons).nullable(),
    })
    .nullable(),
  press: undeliveredPressSchema.nullable(),
  /** Of AURA: it does not answer, or nobody asks it. */
  silence: z.enum(['no_answer', 'not_asked']).nullable(),
  acknowledged: z.object({ by: z.string(), at: instant }).nullable(),
  /** That others are being told, because nobody had taken it up: since when, how often tried, and whether they were. */
  escalation: z.object({ at: instant, attempts: z.number().int(), sentAt: instant.nullable() }).nullable(),
});
export type Need = z.output<typeof needSchema>;

export const attentionSchema = z.object({
  asOf: instant,
  /** Most urgent first, those that somebody has taken up last. */
  needs: z.array(needSchema),
  /** How many of each kind are not among them, the most urgent first. */
  more: z.array(z.object({ kind: z.enum(needKinds), count: z.number().int() })),
  /** How many nobody has taken up, and how many there are in all. */
  waiting: z.number().int(),
  total: z.number().int(),
  /** After how many minutes others are told of what nobody has taken up; null: nobody is told. */
  escalatesAfterMinutes: z.number().nullable(),
});
export type Attention = z.output<typeof attentionSchema>;
