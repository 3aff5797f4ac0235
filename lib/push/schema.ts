import { z } from 'zod';
import { browserFields } from '#lib/identity/schema.ts';

const MAX_ENDPOINT_LENGTH = 2_000;

/** What a browser's `PushSubscription` gives as JSON, with the key that it was made with. */
export const subscribeInput = z.object({
  endpoint: z.url().max(MAX_ENDPOINT_LENGTH),
  keys: z.object({
    // 65 bytes, an uncompressed point of the curve; and 16 bytes.
    p256dh: z.string().regex(/^B[\w-]{86}=?$/, 'This is no key of a browser'),
    auth: z.string().regex(/^[\w-]{22}(==)?$/, 'This is no secret of a browser'),
  }),
  publicKey: z.string().max(100),
  isQuiet: z.boolean().default(false),
  ...browserFields,
});
