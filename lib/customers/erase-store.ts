import 'server-only';
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Database, Transaction } from '#lib/db/database.ts';
import { hasMobile, mobileColumns } from '#lib/db/sealed-mobile.ts';
import { person } from '#lib/db/tables.ts';
import { ensureAccountOfNobody } from '#lib/identity/accounts.ts';
import { NOBODY } from '#lib/vocabulary.ts';
import { eraseContacts } from './contact-store.ts';
import { openedPerson } from './person-store.ts';

/** What an emptied account is called where a name is shown. */
const NO_NAME = { name: 'Name', surname: 'deleted' };
const LONG_AGO = new Date(0);

/** Nothing that leads to anybody. */
const EMPTY = {
  ...NO_NAME,
  latinName: null,
  latinAtAura: false,
  subscriptionTypeId: 0,
  subscriptionValidFrom: LONG_AGO,
  subscriptionValidTo: LONG_AGO,
  subscriptionId: null,
  subscriptionCancelledAt: null,
  subscriptionAsOf: null,
  savedPlace: null,
  savedAddress: null,
  savedAt: null,
  contactName: null,
  contactMobile: null,
  responseTypeId: null,
  factsConfirmedAt: null,
  alarmSettings: null,
  language: null,
  termsVersion: null,
  termsAcceptedAt: null,
};

/** The person, who stays as they are until the transaction ends: no press of theirs can be added meanwhile. */
export async function lockPerson(tx: Transaction, personId: string) {
  const [row] = await tx.select().from(person).where(eq(person.id, personId)).for('update');
  return row ? openedPerson(row) : null;
}

/** The mobile by which further records of a person are found; null where it is somebody else's now, or not known. */
export async function mobileOf(
  connection: Database | Transaction,
  { id, mobile }: { id: string; mobile: string },
): Promise<string | null> {
  if (mobile === '') return null;
  const [other] = await connection
    .select({ id: person.id })
    .from(person)
    .where(and(hasMobile(person, mobile), isNull(person.deletedAt), ne(person.id, id)));
  return other ? null : mobile;
}

export async function markDeletedAt(tx: Transaction, personId: string, at: Date): Promise<void> {
  await tx
    .update(person)
    .set({ deletedAt: at })
    .where(and(eq(person.id, personId), isNull(person.deletedAt)));
}

/** Empties a person's row. It stays, because what comes in late may still name it. */
export async function emptyPerson(tx: Transaction, personId: string, number: number): Promise<void> {
  await tx
    .update(person)
    .set({ ...EMPTY, ...mobileColumns(''), auraCustomerId: -number })
    .where(eq(person.id, personId));
  await eraseContacts(tx, personId);
}

/** The row that anonymised presses and callouts belong to. */
export async function ensureNobody(tx: Transaction): Promise<void> {
  await ensureAccountOfNobody(tx, LONG_AGO);
  await tx
    .insert(person)
    .values({
      ...EMPTY,
      ...mobileColumns(''),
      ...{ id: NOBODY, auraCustomerId: 0, createdAt: LONG_AGO, deletedAt: LONG_AGO },
    })
    .onConflictDoNothing();
}
