import 'server-only';
import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { hasCallouts } from '#lib/callouts/records.ts';
import { deleteSignupsOf } from '#lib/customers/hosted-signup/records.ts';
import { deleteImportRowsOf } from '#lib/customers/imports/records.ts';
import {
  emptyPerson,
  lockPerson,
  markDeletedAt,
  mobileOf,
  raisePressTokenEdition,
} from '#lib/customers/records.ts';
import { deleteRegistrationsOf } from '#lib/customers/registration/records.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { erasure } from '#lib/db/privacy-tables.ts';
import { endSessions, eraseAccount } from '#lib/identity/accounts.ts';
import type { Actor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { forgetDevices } from '#lib/identity/devices.ts';
import { wakeUp } from '#lib/live/wake-up.ts';
import { deleteTextCodesOf, hasPresses } from '#lib/panic/records.ts';
import { outboxOf } from '#lib/platform/outbox.ts';

export type ErasureRow = typeof erasure.$inferSelect;

const outbox = outboxOf(erasure, {
  // The planner finds the index by the same words.
  isOpen: sql`(${erasure.erasedAt} is null or ${erasure.auraDeletedAt} is null)`,
  wakeUp: wakeUp('erasure'),
});

type Begun = { kind: 'begun'; erasureId: string; edition: number } | { kind: 'open' | 'unknown' | 'erased' };

/**
 * Begins an erasure: nobody can press or sign in as this person any more. Refused while help may be on its way. The row
 * lock keeps a press from coming in between.
 */
export async function beginErasure(actor: Actor, personId: string, at: Date): Promise<Begun> {
  return transaction(async (tx) => {
    const row = await lockPerson(tx, personId);
    if (!row) return { kind: 'unknown' };
    if (await findOf(tx, personId)) return { kind: 'erased' };
    if (await isInNeed(tx, personId)) return { kind: 'open' };
    await markDeletedAt(tx, personId, at);
    await endSessions(tx, personId);
    await forgetDevices(tx, personId);
    const edition = await raisePressTokenEdition(tx, personId);
    const id = randomUUID();
    await tx
      .insert(erasure)
      .values({
        ...{ id, personId, auraCustomerId: row.auraCustomerId, askedAt: at },
        askedBy: actor.role === 'person' ? 'person' : 'admin',
      })
      .returning({ woken: outbox.wakeUp });
    await audit(actor, { action: 'person.erase', subject: personId, detail: id }, tx);
    return { kind: 'begun', erasureId: id, edition };
  });
}

async function findOf(tx: Transaction, personId: string): Promise<boolean> {
  const rows = await tx.select({ id: erasure.id }).from(erasure).where(eq(erasure.personId, personId));
  return rows.length > 0;
}

async function isInNeed(tx: Transaction, personId: string): Promise<boolean> {
  return (await hasCallouts(tx, personId, 'open')) || (await hasPresses(tx, personId, 'open'));
}

/** Whether help may be on its way to this person. */
export async function mayNeedHelp(personId: string): Promise<boolean> {
  return transaction((tx) => isInNeed(tx, personId));
}

/**
 * Deletes what is left when no alarm is: the person themselves. False where one came in after the erasure began, which
 * is seen to first.
 */
export async function finishErasure(
  { id, number, personId, askedAt }: ErasureRow,
  at: Date,
): Promise<boolean> {
  return transaction(async (tx) => {
    const row = await lockPerson(tx, personId);
    if (!row) throw new Error('an erasure names its person');
    if ((await hasCallouts(tx, personId, 'any')) || (await hasPresses(tx, personId, 'any'))) return false;
    const mobile = await mobileOf(tx, row);
    await deleteTextCodesOf(tx, personId);
    await deleteRegistrationsOf(tx, { personId, mobile, before: askedAt });
    await deleteImportRowsOf(tx, { personId, mobile });
    await deleteSignupsOf(tx, row.auraCustomerId);
    await eraseAccount(tx, { personId, mobile, number });
    await emptyPerson(tx, personId, number);
    await tx.update(erasure).set({ erasedAt: at }).where(eq(erasure.id, id));
    return true;
  });
}

export async function findErasure(id: string): Promise<ErasureRow | null> {
  const [row] = await database().select().from(erasure).where(eq(erasure.id, id));
  return row ?? null;
}

/** Claims one erasure that is due; null when another process has it. */
export async function claimErasure(id: string, leaseMs: number): Promise<ErasureRow | null> {
  const [row] = await database()
    .update(erasure)
    .set({ attempts: sql`${erasure.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(and(eq(erasure.id, id), outbox.isDue))
    .returning();
  return row ?? null;
}

export async function claimDueErasures(limit: number, leaseMs: number): Promise<ErasureRow[]> {
  return database()
    .update(erasure)
    .set({ attempts: sql`${erasure.attempts} + 1`, ...outbox.claim(leaseMs) })
    .where(outbox.pick(erasure.id, limit))
    .returning();
}

/** AURA has taken it: its number of the person is not needed any more. */
export async function settleErasure(row: ErasureRow, at: Date): Promise<void> {
  await database()
    .update(erasure)
    .set({ auraDeletedAt: at, auraCustomerId: null, ...outbox.settled })
    .where(and(eq(erasure.id, row.id), outbox.isHeldBy(row)));
}

export async function releaseErasure(row: ErasureRow, afterMs: number): Promise<void> {
  await database()
    .update(erasure)
    .set(outbox.released(row, afterMs))
    .where(and(eq(erasure.id, row.id), outbox.isHeldBy(row)));
}

export async function nextErasureMs(): Promise<number | null> {
  return outbox.nextDueMs(database());
}
