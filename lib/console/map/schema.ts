import { z } from 'zod';
import { placeSchema } from '#lib/callouts/schema.ts';
import { kinds, stages } from '#lib/vocabulary.ts';

const instant = z.iso.datetime();

export const mappedSchema = z.object({
  calloutId: z.number().int(),
  kind: z.enum(kinds),
  stage: z.enum(stages),
  person: z.object({ name: z.string(), surname: z.string() }),
  raisedAt: instant,
  duressAt: instant.nullable(),
  place: placeSchema.nullable(),
  /** Whether AURA responds there; null where that is not known. */
  isCovered: z.boolean().nullable(),
});
export type Mapped = z.output<typeof mappedSchema>;

/** The open callouts, newest first, as many as fit. */
export const calloutMapSchema = z.object({
  asOf: instant,
  callouts: z.array(mappedSchema),
  /** Whether there are more than these. */
  hasMore: z.boolean(),
});
export type CalloutMap = z.output<typeof calloutMapSchema>;
