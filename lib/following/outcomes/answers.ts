import * as z from 'zod/mini';
import { ratingStates } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const outcomeSchema = z.object({
  servedAt: instant,
  /** When AURA was last asked for report and map; null before the first time. */
  askedAt: z.nullable(instant),
  report: z.nullable(z.array(z.object({ label: z.string(), value: z.string() }))),
  mapUrl: z.nullable(z.url()),
  rating: z.nullable(
    z.object({
      rating: z.int(),
      words: z.nullable(z.string()),
      ratedAt: instant,
      state: z.enum(ratingStates),
    }),
  ),
  /** The viewer's role; only a person rates. */
  as: z.enum(['person', 'operator']),
});
export type Outcome = z.output<typeof outcomeSchema>;
