import { z } from 'zod';

/** How AURA's page may be shown; null when it may not be opened at all. */
export const trackingShownSchema = z.object({ as: z.enum(['frame', 'link', 'redirect']).nullable() });
