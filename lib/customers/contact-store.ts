import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { trustedContact } from '#lib/db/contact-tables.ts';
import { database, type Transaction, transaction } from '#lib/db/database.ts';
import { person } from '#lib/db/tables.ts';
import { openedPerson, type PersonRow } from './person-store.ts';
import { contactsOf, type TrustedContacts } from './trusted-contact.ts';

type ContactRow = typeof trustedContact.$inferSelect;

/** A person's trusted contacts in their order. */
export function listContacts(personId: string): Promise<ContactRow[]> {
  return listIn(database(), personId);
}

function listIn(connection: Pick<Transaction, 'select'>, personId: string): Promise<ContactRow[]> {
  return connection
    .select()
    .from(trustedContact)
    .where(eq(trustedContact.personId, personId))
    .orderBy(asc(trustedContact.nth));
}

/** Gives the person and the contacts as they were before; null where there is no such person. */
export async function replaceContacts(
  personId: string,
  { contacts, isTexted }: TrustedContacts,
  savedAt: Date,
): Promise<{ person: PersonRow; before: TrustedContacts } | null> {
  return transaction(async (tx) => {
    const [found] = await tx.select().from(person).where(eq(person.id, personId)).for('no key update');
    if (!found) return null;
    const rows = await listIn(tx, personId);
    // A number that stays keeps its id: a callout that texted it does not text it again.
    const ids = new Map(rows.map(({ id, mobile }) => [mobile, id]));
    await eraseContacts(tx, personId);
    const wanted = contacts.map(({ name, mobile }, nth) => {
      const id = ids.get(mobile);
      return { ...(id ? { id } : {}), personId, nth, name, mobile, isTexted, savedAt };
    });
    if (wanted.length > 0) await tx.insert(trustedContact).values(wanted);
    if (found.contactName !== null)
      await tx.update(person).set({ contactName: null, contactMobile: null }).where(eq(person.id, personId));
    return { person: openedPerson(found), before: contactsOf(found, rows) };
  });
}

export async function eraseContacts(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(trustedContact).where(eq(trustedContact.personId, personId));
}
