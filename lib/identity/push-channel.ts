import 'server-only';
import { z } from 'zod';
import { keyedHash, keyedHashes } from '#lib/platform/secret-box.ts';

const channelSchema = z.object({
  endpoint: z.string(),
  keys: z.object({ p256dh: z.string(), auth: z.string() }),
  /** Our pair of keys that the push service binds the endpoint to. */
  vapid: z.object({ publicKey: z.string(), privateKey: z.string() }),
});

/** How one device is reached. The endpoint is a capability: whoever has it and our key can send to it. */
export type Channel = z.output<typeof channelSchema>;

/** The channel of a row; null where no listed key opens it, or another build wrote it. */
export function channelIn(value: unknown): Channel | null {
  return channelSchema.safeParse(value).data ?? null;
}

export const endpointHash = (endpoint: string) => keyedHash('push-endpoint', endpoint);

/** What an endpoint may be stored as, by any listed key. */
export const endpointHashes = (endpoint: string) => keyedHashes('push-endpoint', endpoint);
