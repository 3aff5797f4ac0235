import { z } from 'zod';
import { placeSchema } from '#lib/callouts/answers.ts';
import { kinds, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const mappedSchema = z.object({
  calloutId: z.number().int(),
  kind: z.enum(kinds),
  stage: z.enum(stages),
  person: z.object({ name: z.string(), surname: z.string() }),
  raisedAt: instant,
  duressAt: instant.nullable(),
  place: z.nullable(placeSchema),
  /** Whether it is in AURA's coverage; null when unknown. */
  isCovered: z.boolean().nullable(),
});
export type Mapped = z.output<typeof mappedSchema>;

/** The newest open callouts, up to the limit. */
export const calloutMapSchema = z.object({
  asOf: instant,
  callouts: z.array(mappedSchema),
  hasMore: z.boolean(),
});
export type CalloutMap = z.output<typeof calloutMapSchema>;
