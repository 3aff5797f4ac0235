import { z } from 'zod';
import { calloutIdField } from '#lib/callouts/schema.ts';
import type { ErrorCode } from '#lib/errors/errors.ts';
import type { FieldProblems } from '#lib/errors/result.ts';
import { cleanText } from '#lib/following/messages/model.ts';

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

export type RatingForm = {
  values: { rating?: string | undefined; words?: string | undefined };
  problem: { code: ErrorCode; fields?: FieldProblems } | null;
};
