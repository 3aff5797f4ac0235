import 'server-only';
import { and, desc, eq, isNull, or, sql } from 'drizzle-orm';
import { insertPersonOf, type NewPerson } from '#lib/customers/person-store.ts';
import { signupSession } from '#lib/db/console-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { hasMobile } from '#lib/db/sealed-mobile.ts';
import { person, user } from '#lib/db/tables.ts';
import type { ReturnStatus } from '#lib/vocabulary.ts';
import type { HeldWhy } from './schema.ts';

export type Signup = typeof signupSession.$inferSelect;
export type Cursor = { at: Date; id: string };

export async function insertSignup(
  row: Pick<Signup, 'id' | 'auraSessionId' | 'createdBy' | 'createdAt'>,
): Promise<void> {
  await database().insert(signupSession).values(row);
}

export async function findSignup(id: string): Promise<Signup | null> {
  const [row] = await database().select().from(signupSession).where(eq(signupSession.id, id));
  return row ?? null;
}

export function signupQuery(after: Cursor | null, limit: number) {
  return database()
    .select({ signup: signupSession, createdBy: user.name })
    .from(signupSession)
    .innerJoin(user, eq(user.id, signupSession.createdBy))
    .where(
      after
        ? sql`(${signupSession.createdAt}, ${signupSession.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
        : undefined,
    )
    .orderBy(desc(signupSession.createdAt), desc(signupSession.id))
    .limit(limit);
}

/** Stores the redirect's status unless a customer was imported. Idempotent. */
export async function noteReturn(id: string, status: ReturnStatus | null, at: Date): Promise<void> {
  await database()
    .update(signupSession)
    .set({ returnedAt: at, ...(status ? { returnStatus: status } : {}) })
    .where(
      and(
        eq(signupSession.id, id),
        isNull(signupSession.confirmedAt),
        or(
          isNull(signupSession.returnedAt),
          status ? sql`${signupSession.returnStatus} is distinct from ${status}` : undefined,
        ),
      ),
    );
}

/** Stores AURA's customer id of a signup that could not be imported. */
export async function noteCustomer(id: string, customerId: number): Promise<void> {
  await database()
    .update(signupSession)
    .set({ customerId })
    .where(and(eq(signupSession.id, id), isNull(signupSession.confirmedAt)));
}

/** Imports the customer and settles the signup, in one transaction. Null on success, else the reason. */
export async function insertSignupPerson(
  signupId: string,
  fields: NewPerson,
  at: Date,
  audited: (tx: Transaction) => Promise<void>,
): Promise<HeldWhy | null> {
  return transaction(async (tx) => {
    await tx
      .select({ id: signupSession.id })
      .from(signupSession)
      .where(eq(signupSession.id, signupId))
      .for('update');
    const [known] = await tx.select().from(person).where(eq(person.auraCustomerId, fields.auraCustomerId));
    if (known?.deletedAt) return 'deleted';
    if (!known) {
      const [other] = await tx
        .select({ id: person.id })
        .from(person)
        .where(and(hasMobile(person, fields.mobile), isNull(person.deletedAt)));
      if (other) return 'mobile_taken';
      await insertPersonOf(tx, fields);
      await audited(tx);
    }
    await tx
      .update(signupSession)
      .set({ customerId: fields.auraCustomerId, confirmedAt: at })
      .where(eq(signupSession.id, signupId));
    return null;
  });
}

/** Deletes the signup that a customer came by. */
export async function deleteSignupsOf(tx: Transaction, customerId: number): Promise<void> {
  await tx.delete(signupSession).where(eq(signupSession.customerId, customerId));
}
