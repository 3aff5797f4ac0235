import 'server-only';
import { and, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { person, registration, user } from '#lib/db/tables.ts';

export type Registration = typeof registration.$inferSelect;

type NewRegistration = Pick<
  Registration,
  'id' | 'codeId' | 'mobile' | 'name' | 'surname' | 'subscriptionTypeId' | 'startedAt'
>;

export async function insertRegistration(fields: NewRegistration): Promise<Registration> {
  const [row] = await database().insert(registration).values(fields).returning();
  if (!row) throw new Error('an insert returns its row');
  return row;
}

export async function findRegistration(id: string, startedAfter: Date): Promise<Registration | null> {
  const [row] = await database()
    .select()
    .from(registration)
    .where(and(eq(registration.id, id), gt(registration.startedAt, startedAfter)));
  return row ?? null;
}

export async function updateRegistration(id: string, change: Partial<Registration>): Promise<void> {
  await database().update(registration).set(change).where(eq(registration.id, id));
}

/** True for exactly one of any number of simultaneous callers, until the claim runs out or is given up. */
export async function claimRegistration(id: string, at: Date, claimedUntil: Date): Promise<boolean> {
  const claimed = await database()
    .update(registration)
    // Noted before AURA is asked, so that it stands when this process dies before the answer.
    .set({
      claimedUntil,
      answerLostAt: sql`coalesce(${registration.answerLostAt}, ${at.toISOString()}::timestamptz)`,
    })
    .where(
      and(
        eq(registration.id, id),
        isNull(registration.personId),
        or(isNull(registration.claimedUntil), lt(registration.claimedUntil, at)),
      ),
    )
    .returning({ id: registration.id });
  return claimed.length === 1;
}

/** Whether any registration of this mobile is claimed: its customer is being created right now. */
export async function isMobileClaimed(mobile: string, at: Date): Promise<boolean> {
  const [row] = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.mobile, mobile), gt(registration.claimedUntil, at)))
    .limit(1);
  return row !== undefined;
}

/** Whether AURA may have made a customer of this mobile in a registration whose answer never came. */
export async function wasAnswerLost(mobile: string): Promise<boolean> {
  const [row] = await database()
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.mobile, mobile), isNotNull(registration.answerLostAt)))
    .limit(1);
  return row !== undefined;
}

/** Registrations whose answer never came and which nobody is working on: AURA may have their customers. */
export async function listLostRegistrations(at: Date): Promise<Registration[]> {
  return database()
    .select()
    .from(registration)
    .where(
      and(
        isNotNull(registration.answerLostAt),
        isNull(registration.personId),
        or(isNull(registration.claimedUntil), lt(registration.claimedUntil, at)),
      ),
    );
}

/** Forgets what nobody can take up again. Where AURA's answer was lost the row stays, to tell so, until `keptUntil`. */
export async function sweepRegistrations(startedBefore: Date, keptUntil: Date): Promise<void> {
  await database()
    .delete(registration)
    .where(
      and(
        lt(registration.startedAt, startedBefore),
        or(
          isNull(registration.answerLostAt),
          isNotNull(registration.personId),
          lt(registration.startedAt, keptUntil),
        ),
      ),
    );
}

/** Whoever has this mobile now; one who was deleted has given it up. */
export async function findPersonByMobile(mobile: string) {
  const [row] = await database()
    .select()
    .from(person)
    .where(and(eq(person.mobile, mobile), isNull(person.deletedAt)));
  return row ?? null;
}

export async function findPerson(id: string) {
  const [row] = await database().select().from(person).where(eq(person.id, id));
  return row ?? null;
}

/** Of those of these customers whom we have: since when, and when AURA last told of their subscription. */
export async function listTold(auraCustomerIds: readonly number[]) {
  if (auraCustomerIds.length === 0) return [];
  return database()
    .select({
      customerId: person.auraCustomerId,
      bornAt: person.createdAt,
      toldAt: person.subscriptionAsOf,
      deletedAt: person.deletedAt,
    })
    .from(person)
    .where(inArray(person.auraCustomerId, [...auraCustomerIds]));
}

export type PersonChange = Partial<
  Pick<
    typeof person.$inferInsert,
    'savedLatitude' | 'savedLongitude' | 'savedAddress' | 'savedAt' | 'contactName' | 'contactMobile'
  >
>;

export async function updatePerson(id: string, change: PersonChange): Promise<void> {
  await database().update(person).set(change).where(eq(person.id, id));
}

/** Where a press of this person without a position sends help to; null when nothing was saved. */
export async function findSavedPlace(id: string) {
  const [row] = await database()
    .select({ latitude: person.savedLatitude, longitude: person.savedLongitude, savedAt: person.savedAt })
    .from(person)
    .where(eq(person.id, id));
  return row ?? null;
}

export type NewPerson = typeof person.$inferInsert;

/** The person, the account that carries their sessions, and the end of the registration: all or nothing. */
export async function insertPerson(fields: NewPerson, registrationId: string): Promise<void> {
  await transaction(async (tx) => {
    await insertPersonOf(tx, fields);
    await tx
      .update(registration)
      .set({ personId: fields.id, claimedUntil: null, answerLostAt: null })
      .where(eq(registration.id, registrationId));
  });
}

/** A person and the account that carries their sessions, in the caller's transaction. */
export async function insertPersonOf(tx: Transaction, fields: NewPerson): Promise<void> {
  await insertAccount(tx, fields);
  await tx.insert(person).values(fields);
}

// better-auth wants an e-mail address for every user; people have none with us, and .invalid never resolves.
function insertAccount(tx: Transaction, fields: NewPerson) {
  return tx.insert(user).values({
    id: fields.id,
    name: fields.name,
    email: `${fields.id}@people.invalid`,
    role: 'person',
    createdAt: fields.createdAt,
    updatedAt: fields.createdAt,
  });
}
