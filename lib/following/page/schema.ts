import { z } from 'zod';
import { kinds, stages } from '#lib/vocabulary.ts';

/** How AURA's page may be shown; null when it may not be opened. */
export const trackingShownSchema = z.object({ as: z.enum(['frame', 'link', 'redirect']).nullable() });

export const ownOpenSchema = z.object({
  callouts: z.array(
    z.object({
      calloutId: z.number().int(),
      kind: z.enum(kinds),
      /** Absent from a server of an older build. */
      stage: z.enum(stages).optional(),
    }),
  ),
});
export type OwnOpen = z.output<typeof ownOpenSchema>;
