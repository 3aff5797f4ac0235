import 'server-only';
import { desc, eq, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { hookDelivery, hookEndpoint, hookEvent } from '#lib/db/hook-tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import type { HookState } from '#lib/vocabulary.ts';

// The other systems that get webhooks. What is on its way to them is in queue-store.ts.

type EndpointRow = typeof hookEndpoint.$inferSelect;
type Endpoint = Pick<EndpointRow, 'name' | 'url' | 'secret' | 'createdAt' | 'createdBy'>;

export async function insertEndpoint(actor: Actor, endpoint: Endpoint): Promise<void> {
  await transaction(async (tx) => {
    const [made] = await tx.insert(hookEndpoint).values(endpoint).returning({ id: hookEndpoint.id });
    if (made) await audit(actor, { action: 'hook.create', subject: made.id }, tx);
  });
}

type Change = Partial<
  Pick<EndpointRow, 'name' | 'url' | 'secret' | 'previousSecret' | 'previousUntil' | 'switchedOffAt'>
>;

/** Changes an endpoint as it then is, with its audit entry; false when there is none. */
export async function changeEndpoint(
  actor: Actor,
  endpointId: string,
  action: string,
  changeOf: (current: EndpointRow) => Change,
): Promise<boolean> {
  return transaction(async (tx) => {
    const [current] = await tx
      .select()
      .from(hookEndpoint)
      .where(eq(hookEndpoint.id, endpointId))
      .for('no key update');
    if (!current) return false;
    await tx.update(hookEndpoint).set(changeOf(current)).where(eq(hookEndpoint.id, endpointId));
    await audit(actor, { action, subject: endpointId }, tx);
    return true;
  });
}

/** Every endpoint with what is on its way to it, newest first. */
export async function listEndpoints() {
  const countOf = (state: HookState) =>
    sql<number>`(select count(*)::int from hook_delivery as own
      where own.endpoint_id = hook_endpoint.id and own.state = ${state})`;
  return database()
    .select({
      endpoint: hookEndpoint,
      waiting: countOf('waiting'),
      failed: countOf('failed'),
      lastDeliveredAt: sql`(select max(own.settled_at) from hook_delivery as own
        where own.endpoint_id = hook_endpoint.id and own.state = 'delivered')`.mapWith(
        hookDelivery.settledAt,
      ),
    })
    .from(hookEndpoint)
    .orderBy(desc(hookEndpoint.createdAt));
}

/** What was not taken so far, newest first. */
export async function listTroubled(limit: number) {
  return (
    database()
      .select({ delivery: hookDelivery, event: hookEvent, endpointName: hookEndpoint.name })
      .from(hookDelivery)
      .innerJoin(hookEvent, eq(hookEvent.sequence, hookDelivery.sequence))
      .innerJoin(hookEndpoint, eq(hookEndpoint.id, hookDelivery.endpointId))
      // As in the index.
      .where(sql`${hookDelivery.state} <> 'delivered' and ${hookDelivery.attempts} > 0`)
      .orderBy(desc(hookDelivery.sequence))
      .limit(limit)
  );
}

export async function hasEndpoint(endpointId: string): Promise<boolean> {
  const found = await database()
    .select({ id: hookEndpoint.id })
    .from(hookEndpoint)
    .where(eq(hookEndpoint.id, endpointId));
  return found.length > 0;
}
