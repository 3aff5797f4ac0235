import * as z from 'zod/mini';
import { kinds, stages } from '#lib/vocabulary.ts';

/** How AURA's page may be shown; null when it may not be opened. */
export const trackingShownSchema = z.object({ as: z.nullable(z.enum(['frame', 'link', 'redirect'])) });

export const ownOpenSchema = z.object({
  callouts: z.array(
    z.object({
      calloutId: z.int(),
      kind: z.enum(kinds),
      /** Absent from a server of an older build. */
      stage: z.optional(z.enum(stages)),
    }),
  ),
});
export type OwnOpen = z.output<typeof ownOpenSchema>;
