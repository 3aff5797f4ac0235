import { z } from 'zod';
import { pressIdField } from '#lib/panic/schema.ts';

/** How many codes a device may ask for at once. */
const ASKED_AT_MOST = 5;

/** The ids of presses that the device will make, each to be pressed by a text as well. */
export const issueTextCodesInput = z.object({ pressIds: z.array(pressIdField).min(1).max(ASKED_AT_MOST) });

/** A text as the gateway delivers it. Nothing of it is refused here: a text that cannot be read is counted. */
export const deliveredText = z.looseObject({
  from: z.unknown().optional(),
  body: z.unknown().optional(),
  receivedAt: z.unknown().optional(),
});
