import { desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { connectionTo, settle } from '#lib/db/connection.ts';
import { webhookRegistration } from '#lib/db/console-tables.ts';

/**
 * Stores AURA's registration for the integration page, as AURA cannot be asked for it. Idempotent. False
 * without a database.
 */
export async function recordRegistration(
  databaseUrl: string,
  registrations: readonly { url: string; events: readonly string[] }[],
): Promise<boolean> {
  const newest = registrations.at(-1);
  if (!newest || databaseUrl === '') return false;
  const client = new Client({ ...connectionTo(databaseUrl, 'vigil'), connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await settle(client);
    const { url } = newest;
    const events = [...newest.events];
    const database = drizzle(client);
    const [known] = await database
      .select()
      .from(webhookRegistration)
      .orderBy(desc(webhookRegistration.id))
      .limit(1);
    const registeredAt = new Date();
    if (known?.url === url && known.registeredBy === null) {
      await database
        .update(webhookRegistration)
        .set({ events, registeredAt })
        .where(eq(webhookRegistration.id, known.id));
    } else await database.insert(webhookRegistration).values({ url, events, registeredAt });
    return true;
  } catch {
    // The registration stands; the caller reports that it was not stored.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
