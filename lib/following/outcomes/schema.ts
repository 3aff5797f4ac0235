import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import { cleanText } from '#lib/following/messages/schema.ts';
import { ratingStates } from '#lib/vocabulary.ts';

export const rateInput = z.object({
  calloutId: calloutIdField,
  rating: z.coerce
    .number('Choose 1 to 5')
    .int('Choose 1 to 5')
    .min(1, 'Choose 1 to 5')
    .max(5, 'Choose 1 to 5'),
  words: z
    .string()
    .transform(cleanText)
    .pipe(z.string().max(1_000, 'Use at most 1000 characters'))
    .optional(),
  mayContact: z.coerce.boolean().default(false),
});

const instant = z.iso.datetime();

export const outcomeSchema = z.object({
  servedAt: instant,
  /** When AURA was last asked for report and map; null before the first time. */
  askedAt: instant.nullable(),
  report: z.array(z.object({ label: z.string(), value: z.string() })).nullable(),
  mapUrl: z.url().nullable(),
  rating: z
    .object({
      rating: z.number().int(),
      words: z.string().nullable(),
      ratedAt: instant,
      state: z.enum(ratingStates),
    })
    .nullable(),
  /** The viewer's role; only a person rates. */
  as: z.enum(['person', 'operator']),
});
export type Outcome = z.output<typeof outcomeSchema>;

export type RatingForm = {
  values: { rating?: string | undefined; words?: string | undefined };
  problem: { code: ErrorCode; fields?: FieldProblems } | null;
};
