import { z } from 'zod';
import { pressIdField } from '#lib/panic/schema.ts';

/** How many codes a device may ask for at once. */
const ASKED_AT_MOST = 5;

/** The ids of presses that the device will make, each to be pressed by a text as well. */
export const issueTextCodesInput = z.object({ pressIds: z.array(pressIdField).min(1).max(ASKED_AT_MOST) });

export const textCodesSchema = z.object({
  codes: z.array(z.object({ pressId: z.string(), code: z.string() })),
  expiresAt: z.iso.datetime(),
});
export type TextCodes = z.output<typeof textCodesSchema>;

/** A text as the gateway delivers it. Nothing of it is refused here: a text that cannot be read is counted. */
export const deliveredText = z.looseObject({
  from: z.unknown(),
  body: z.unknown(),
  receivedAt: z.unknown(),
});
