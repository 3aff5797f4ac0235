import * as z from 'zod/mini';

export const textCodesSchema = z.object({
  codes: z.array(z.object({ pressId: z.string(), code: z.string() })),
  expiresAt: z.iso.datetime(),
});
export type TextCodes = z.output<typeof textCodesSchema>;
