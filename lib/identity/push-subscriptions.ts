import 'server-only';
import { and, eq, inArray, ne } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { pushSubscription } from '#lib/db/push-tables.ts';
import { type Channel, endpointHash, endpointHashes } from './push-channel.ts';

// Which devices get pushes. A subscription belongs to its device and ends with it; what is sent, and when, is the room
// push's.

type Subscribing = {
  deviceId: string;
  personId: string;
  channel: Channel;
  quietUntil: Date | null;
  at: Date;
};

/** Keeps how a device is reached, in place of what was kept. The same browser under another device was somebody before. */
export async function keepSubscription(subscribing: Subscribing): Promise<void> {
  const { deviceId, personId, channel, quietUntil, at } = subscribing;
  const hash = endpointHash(channel.endpoint);
  const fields = { channel, endpointHash: hash, subscribedAt: at };
  await transaction(async (tx) => {
    await tx
      .delete(pushSubscription)
      .where(
        and(
          inArray(pushSubscription.endpointHash, endpointHashes(channel.endpoint)),
          ne(pushSubscription.deviceId, deviceId),
        ),
      );
    await tx
      .insert(pushSubscription)
      .values({ deviceId, personId, ...fields, quietUntil })
      .onConflictDoUpdate({
        target: pushSubscription.deviceId,
        set: { ...fields, ...(quietUntil ? { quietUntil } : {}) },
      });
  });
}

export async function findSubscription(deviceId: string) {
  const [row] = await database()
    .select()
    .from(pushSubscription)
    .where(eq(pushSubscription.deviceId, deviceId));
  return row ?? null;
}

/** Ends what these devices get, with what waits for them. */
export async function endSubscriptions(tx: Transaction, deviceIds: readonly string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await tx.delete(pushSubscription).where(inArray(pushSubscription.deviceId, [...deviceIds]));
}

/** The person does not want it, or the push service has no such endpoint any more: unless the device has a newer one. */
export async function dropSubscription(deviceId: string, hash?: string): Promise<void> {
  await database()
    .delete(pushSubscription)
    .where(
      and(
        eq(pushSubscription.deviceId, deviceId),
        hash === undefined ? undefined : eq(pushSubscription.endpointHash, hash),
      ),
    );
}

/** Nothing is shown on any of a person's devices until then. */
export async function hushSubscriptions(personId: string, until: Date): Promise<void> {
  await database()
    .update(pushSubscription)
    .set({ quietUntil: until })
    .where(eq(pushSubscription.personId, personId));
}
