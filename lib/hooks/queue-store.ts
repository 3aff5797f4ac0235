import 'server-only';
import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { database, transaction } from '#lib/db/database.ts';
import { hookDelivery, hookEndpoint, hookEvent } from '#lib/db/hook-tables.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { outboxOf, pickOnce } from '#lib/platform/outbox.ts';
import type { Attempt } from './model.ts';

// Webhooks on their way. Events and their deliveries are written by triggers, so that no writer of a stage or of a press's
// end can forget them (decision 0043).

const outbox = outboxOf(hookDelivery, {
  isOpen: sql`${hookDelivery.state} = 'waiting'`,
  wakeUp: wakeUp('hook'),
});

type DeliveryRow = typeof hookDelivery.$inferSelect;

/** A delivery with all that decides what is sent where. */
export type DueDelivery = DeliveryRow & {
  event: typeof hookEvent.$inferSelect;
  endpoint: typeof hookEndpoint.$inferSelect;
  isPreviousValid: boolean;
};

/**
 * Claims due deliveries, of each endpoint at most as many as `atOnce` leaves beside those under way: an endpoint that hangs
 * holds up no other.
 */
export async function claimDueDeliveries(atOnce: number, leaseMs: number): Promise<DueDelivery[]> {
  const picked = sql`select picked.id from ${hookEndpoint} cross join lateral (
    select ${hookDelivery.id} from ${hookDelivery}
    where ${hookDelivery.endpointId} = ${hookEndpoint.id} and ${outbox.isDue}
    order by ${hookDelivery.dueAt}
    limit greatest(0, ${atOnce} - (select count(*) from hook_delivery as busy
      where busy.endpoint_id = ${hookEndpoint.id} and busy.state = 'waiting' and busy.lease_until > now()))
    for update skip locked) as picked`;
  const claimed = await database()
    .update(hookDelivery)
    .set({ attempts: sql`${hookDelivery.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(pickOnce(hookDelivery.id, picked))
    .returning({ id: hookDelivery.id, leaseToken: hookDelivery.leaseToken });
  if (claimed.length === 0) return [];
  const rows = await database()
    .select({
      ...getTableColumns(hookDelivery),
      event: hookEvent,
      endpoint: hookEndpoint,
      isPreviousValid: sql<boolean>`coalesce(${hookEndpoint.previousUntil} > now(), false)`,
    })
    .from(hookDelivery)
    .innerJoin(hookEvent, eq(hookEvent.sequence, hookDelivery.sequence))
    .innerJoin(hookEndpoint, eq(hookEndpoint.id, hookDelivery.endpointId))
    .where(
      inArray(
        hookDelivery.id,
        claimed.map(({ id }) => id),
      ),
    );
  // One that an admin replayed since is claimed by nobody.
  const tokens = new Map(claimed.map(({ id, leaseToken }) => [id, leaseToken]));
  return rows.filter(({ id, leaseToken }) => leaseToken !== null && tokens.get(id) === leaseToken);
}

/** Ends a delivery: taken, or given up. */
export async function settleDelivery(
  row: DeliveryRow,
  state: 'delivered' | 'failed',
  { problem, status }: Attempt,
): Promise<void> {
  await database()
    .update(hookDelivery)
    .set({ state, problem, status, settledAt: sql`now()`, ...outbox.settled })
    .where(and(eq(hookDelivery.id, row.id), outbox.isHeldBy(row)));
}

export async function postponeDelivery(
  row: DeliveryRow,
  afterMs: number,
  { problem, status }: Attempt,
): Promise<void> {
  await database()
    .update(hookDelivery)
    .set({ problem, status, ...outbox.released(row, afterMs) })
    .where(and(eq(hookDelivery.id, row.id), outbox.isHeldBy(row)));
}

/** Milliseconds until a delivery is due; null when none waits. */
export function nextDeliveryMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}

const anew = sql`state = 'waiting', attempts = 0, due_at = now(), lease_until = null, lease_token = null,
  settled_at = null, problem = null, status = null`;

/** Sends one again, whatever became of it; false when there is none. */
export async function replayDelivery(actor: Actor, deliveryId: string): Promise<boolean> {
  return transaction(async (tx) => {
    const { rowCount } = await tx.execute(
      sql`update hook_delivery set ${anew} where id = ${deliveryId}::uuid`,
    );
    if (rowCount !== 1) return false;
    await audit(actor, { action: 'hook.replay', subject: deliveryId }, tx);
    await tx.execute(sql`select ${outbox.wakeUp}`);
    return true;
  });
}

type Replay = { endpointId: string; since: Date; atMost: number };

/** Sends an endpoint all events since then, also those that it never was to get; the oldest, at most so many. */
export async function replayEventsSince(
  actor: Actor,
  { endpointId, since, atMost }: Replay,
): Promise<number> {
  return transaction(async (tx) => {
    const { rowCount } = await tx.execute(sql`
      insert into hook_delivery (sequence, endpoint_id)
      select sequence, ${endpointId}::uuid from hook_event where at >= ${since.toISOString()}::timestamptz
      order by at, sequence limit ${atMost}
      on conflict (sequence, endpoint_id) do update set ${anew}`);
    const replayed = rowCount ?? 0;
    const detail = `${replayed} since ${since.toISOString()}`;
    await audit(actor, { action: 'hook.replay_since', subject: endpointId, detail }, tx);
    await tx.execute(sql`select ${outbox.wakeUp}`);
    return replayed;
  });
}

/** Deletes old events with their deliveries, at most so many. One that is still on its way stays. */
export async function deleteEventsBefore(before: Date, atMost: number): Promise<number> {
  const old = sql`select ${hookEvent.sequence} from ${hookEvent}
    where ${hookEvent.at} < ${before.toISOString()}::timestamptz and not exists (
      select from hook_delivery as own where own.sequence = ${hookEvent.sequence} and own.state = 'waiting')
    order by ${hookEvent.at} limit ${atMost}`;
  const { rowCount } = await database().delete(hookEvent).where(pickOnce(hookEvent.sequence, old));
  return rowCount ?? 0;
}
