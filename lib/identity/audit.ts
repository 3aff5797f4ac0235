import 'server-only';
import { lt, sql } from 'drizzle-orm';
import { auditEntry, refusalTally } from '#lib/db/audit-tables.ts';
import { type Database, database, type Transaction, transaction } from '#lib/db/database.ts';
import { addressBlock } from '#lib/platform/address-block.ts';
import { now } from '#lib/platform/clock.ts';
import { describeError, log } from '#lib/platform/log.ts';
import { type Actor, anonymousActor } from './actor.ts';

const HOUR_MS = 3_600_000;
/** Refusals from one place that get a line of their own. */
export const LISTED_AN_HOUR = 20;
/** And from all places together, since addresses are cheap. */
const LISTED_AN_HOUR_IN_ALL = 2_000;
const EVERYWHERE = '*';

type AuditEntry = {
  /** `noun.verb` */
  action: string;
  /** The id of what it was done to. */
  subject?: string;
  detail?: string;
};

/** Adds a line to the audit, in the transaction of what it records where there is one. */
export async function audit(
  actor: Actor,
  entry: AuditEntry,
  connection: Database | Transaction = database(),
): Promise<void> {
  await connection.insert(auditEntry).values({ at: now(), ...whoIs(actor), ...entry });
}

/**
 * Adds a line about something that was refused; not being able to must not change the refusal. Who sends
 * forgeries without end does not fill the audit: beyond a few an hour from one place they are counted.
 */
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
    log.error({ error: describeError(error), action: entry.action }, 'refusal not audited');
  }
}

/** Writes down how many refusals there were in hours that are over, where not all of them are listed. */
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

/** The how-manieth from this place in this hour, and whether no line is to be written of it. */
async function countRefusal(place: string, hour: Date): Promise<[nth: number, isFull: boolean]> {
  const nth = await count(place, hour);
  // The one after the last that is listed says that more may follow.
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
    case 'system':
      return { actorRole: actor.role, actorId: actor.job, address: null };
  }
}
