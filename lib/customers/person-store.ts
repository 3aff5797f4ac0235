import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person } from '#lib/db/tables.ts';
import { insertPersonAccount } from '#lib/identity/accounts.ts';
import type { PersonActor } from '#lib/identity/actor.ts';
import { audit } from '#lib/identity/audit.ts';
import { revokeOtherDevices } from '#lib/identity/devices.ts';
import { announceChange } from '#lib/live/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { openedMobile } from '#lib/platform/unopened.ts';

type StoredPerson = typeof person.$inferSelect;
/** A mobile that cannot be opened is ''. */
export type PersonRow = Omit<StoredPerson, 'mobile'> & { mobile: string };

export function openedPerson(row: StoredPerson): PersonRow {
  return { ...row, mobile: openedMobile(row.mobile) };
}

/** The current owner of a mobile; a deleted person has released it. */
export async function findPersonByMobile(mobile: string) {
  const [row] = await database()
    .select()
    .from(person)
    .where(and(hasMobile(person, mobile), isNull(person.deletedAt)));
  return row ? openedPerson(row) : null;
}

export async function findPerson(id: string) {
  const [row] = await database().select().from(person).where(eq(person.id, id));
  return row ? openedPerson(row) : null;
}

export async function listStoredCustomers(auraCustomerIds: readonly number[]) {
  if (auraCustomerIds.length === 0) return [];
  return database()
    .select({
      customerId: person.auraCustomerId,
      createdAt: person.createdAt,
      reportedAt: person.subscriptionAsOf,
      deletedAt: person.deletedAt,
    })
    .from(person)
    .where(inArray(person.auraCustomerId, [...auraCustomerIds]));
}

export type PersonChange = Partial<
  Pick<
    typeof person.$inferInsert,
    | 'savedPlace'
    | 'savedAddress'
    | 'savedAt'
    | 'responseTypeId'
    | 'factsConfirmedAt'
    | 'alarmSettings'
    | 'language'
    | 'termsVersion'
    | 'termsAcceptedAt'
  >
>;

export async function updatePerson(id: string, change: PersonChange): Promise<void> {
  await database().update(person).set(change).where(eq(person.id, id));
}

/** As {@link updatePerson}; gives the person as they were before. */
export async function replaceOfPerson(id: string, change: PersonChange): Promise<PersonRow | null> {
  return transaction(async (tx) => {
    const [before] = await tx.select().from(person).where(eq(person.id, id)).for('no key update');
    if (before) await tx.update(person).set(change).where(eq(person.id, id));
    return before ? openedPerson(before) : null;
  });
}

export async function changePerson(
  id: string,
  changeOf: (kept: PersonRow) => Partial<Omit<PersonRow, 'mobile' | 'mobileHash'>> | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [kept] = await tx.select().from(person).where(eq(person.id, id)).for('no key update');
    const change = kept && changeOf(openedPerson(kept));
    if (change) await tx.update(person).set(change).where(eq(person.id, id));
  });
}

/** The person signs in with another mobile from now on. */
export async function moveMobile(actor: PersonActor, mobile: string): Promise<void> {
  const { personId } = actor;
  await transaction(async (tx) => {
    await tx.update(person).set(mobileColumns(mobile)).where(eq(person.id, personId));
    await audit(actor, { action: 'person.change_mobile', subject: personId }, tx);
  });
}

/** Fallback position for a press without a fix; null when none is saved. */
export async function findSavedPlace(id: string) {
  const [row] = await database()
    .select({ place: person.savedPlace, savedAt: person.savedAt })
    .from(person)
    .where(eq(person.id, id));
  return row ?? null;
}

export type NewPerson = Omit<typeof person.$inferInsert, 'mobile' | 'mobileHash'> & { mobile: string };

export async function findCustomer(customerId: number): Promise<PersonRow | null> {
  const [row] = await database().select().from(person).where(eq(person.auraCustomerId, customerId));
  return row ? openedPerson(row) : null;
}

/** Inserts a person and their session account in the caller's transaction. */
export async function insertPersonOf(tx: Transaction, fields: NewPerson): Promise<void> {
  await insertPersonAccount(tx, fields);
  await tx.insert(person).values({ ...fields, ...mobileColumns(fields.mobile) });
}

/** Raises the edition: older press tokens count as revoked once the transaction commits. */
export async function raisePressTokenEdition(tx: Transaction, personId: string): Promise<number> {
  const [row] = await tx
    .update(person)
    .set({ pressTokenEdition: sql`${person.pressTokenEdition} + 1` })
    .where(eq(person.id, personId))
    .returning({ edition: person.pressTokenEdition });
  if (!row) throw new Error('press tokens were revoked of somebody who does not exist');
  await announceChange(tx, { about: 'press_token', personId, edition: row.edition });
  return row.edition;
}

/** Revokes all of the person's press tokens and takes their other devices off the list; returns the new edition. */
export async function revokeTokens(actor: PersonActor): Promise<number> {
  return transaction(async (tx) => {
    const { personId, sessionId } = actor;
    const edition = await raisePressTokenEdition(tx, personId);
    await revokeOtherDevices(tx, { personId, sessionId, at: now() });
    await audit(actor, { action: 'press_token.revoke', subject: personId }, tx);
    return edition;
  });
}
