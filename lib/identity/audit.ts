import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { auditEntry, refusalTally } from '#lib/db/audit-tables.ts';
import { type Database, database, type Transaction, transaction } from '#lib/db/database.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { type Actor, anonymousActor } from './actor.ts';

const HOUR_MS = 3_600_000;
/** Refusals of one address and hour that get an entry each; the rest are counted. */
export const LISTED_AN_HOUR = 20;
/** The same over all addresses, as attackers may have many. */
const LISTED_AN_HOUR_IN_ALL = 2_000;
const EVERYWHERE = '*';

type AuditEntry = {
  action: string;
  subject?: string;
  detail?: string;
};

export async function audit(
  actor: Actor,
  entry: AuditEntry,
  connection: Database | Transaction = database(),
): Promise<void> {
  await connection.insert(auditEntry).values({ at: now(), ...whoIs(actor), ...entry });
}

/** One entry for an actor, action and subject in a slot of time, however many processes write it. Whether it is new. */
export async function auditOnce(
  actor: Actor,
  entry: AuditEntry & { subject: string },
  slot: Date,
): Promise<boolean> {
  const { actorId, action, subject } = auditEntry;
  const { rowCount } = await database()
    .insert(auditEntry)
    .values({ at: now(), ...whoIs(actor), ...entry, slot })
    .onConflictDoNothing({
      target: [actorId, action, subject, auditEntry.slot],
      where: sql`${auditEntry.slot} is not null`,
    });
  return rowCount === 1;
}

/** Audits a refusal, rate-limited per address against floods. A failure does not change the refusal. */
export async function auditRefusal(actor: Actor, entry: AuditEntry): Promise<void> {
  try {
    const place = addressBlock(whoIs(actor).address ?? 'none');
    const hour = startOfHour(now());
    const [nth, isFull] = await countRefusal(place, hour);
    if (isFull) return;
    if (nth <= LISTED_AN_HOUR) return await audit(actor, entry);
    await audit(actor, {
      action: 'refusal.many',
      detail: `after ${entry.action}: the rest of this hour is counted`,
    });
  } catch (error) {
    log.error({ error: describeError(error), action: entry.action }, 'audit of the refusal failed');
  }
}

/** Adds one entry with the count of unlisted refusals for each past hour. */
export async function summariseRefusals(): Promise<void> {
  await transaction(async (tx) => {
    const over = await tx
      .delete(refusalTally)
      .where(lt(refusalTally.hour, startOfHour(now())))
      .returning();
    for (const { place, hour, refusals } of over) {
      if (place === EVERYWHERE || refusals <= LISTED_AN_HOUR) continue;
      const detail = `${refusals} in the hour from ${hour.toISOString()}`;
      await audit(anonymousActor(place), { action: 'refusal.count', detail }, tx);
    }
  });
}

/** Empties the addresses of old entries, all else of which stays; returns how many. */
export async function forgetAddresses(before: Date, atMost: number): Promise<number> {
  const { rows } = await database().execute<{ forgotten: number }>(
    // The database lets nothing else of an entry change (decision 0030).
    sql`select forget_audit_addresses(${before.toISOString()}::timestamptz, ${atMost}::integer) as forgotten`,
  );
  return rows[0]?.forgotten ?? 0;
}

/** The number of refusals from this address in this hour, and whether the overall limit is reached. */
async function countRefusal(place: string, hour: Date): Promise<[nth: number, isFull: boolean]> {
  const nth = await count(place, hour);
  // The entry at the limit says that more may follow.
  if (nth > LISTED_AN_HOUR + 1) return [nth, true];
  return [nth, (await count(EVERYWHERE, hour)) > LISTED_AN_HOUR_IN_ALL];
}

async function count(place: string, hour: Date): Promise<number> {
  const [row] = await database()
    .insert(refusalTally)
    .values({ place, hour, refusals: 1 })
    .onConflictDoUpdate({
      target: [refusalTally.place, refusalTally.hour],
      set: { refusals: sql`${refusalTally.refusals} + 1` },
    })
    .returning({ refusals: refusalTally.refusals });
  return row?.refusals ?? 1;
}

function startOfHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS);
}

function whoIs(actor: Actor): { actorRole: string; actorId: string | null; address: string | null } {
  switch (actor.role) {
    case 'anonymous':
      return { actorRole: actor.role, actorId: null, address: actor.address };
    case 'person':
      return { actorRole: actor.role, actorId: actor.personId, address: actor.address };
    case 'viewer':
    case 'operator':
    case 'admin':
    case 'enrolling':
      return { actorRole: actor.role, actorId: actor.operatorId, address: actor.address };
    case 'key':
      return { actorRole: actor.role, actorId: actor.keyId, address: actor.address };
    case 'system':
      return { actorRole: actor.role, actorId: actor.job, address: null };
  }
}
