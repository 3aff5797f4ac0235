import 'server-only';
import { openedOrNull, type Unopened } from '#lib/platform/unopened.ts';
import type { PersonRow } from './person-store.ts';

export type Contact = { name: string; mobile: string };
type Stored = { name: string | Unopened | null; mobile: string | Unopened | null };
export type TrustedContacts = { contacts: Contact[]; isTexted: boolean };

/** Those that can be opened, in their order. An earlier build kept one, with the person; it is texted by nobody. */
export function contactsOf(
  person: Pick<PersonRow, 'contactName' | 'contactMobile'>,
  rows: readonly (Stored & { isTexted: boolean })[],
): TrustedContacts {
  const { contactName: name, contactMobile: mobile } = person;
  const kept: readonly Stored[] = rows.length > 0 ? rows : [{ name, mobile }];
  return { contacts: kept.flatMap(openedContact), isTexted: rows.some((row) => row.isTexted) };
}

function openedContact(row: Stored): Contact[] {
  const [name, mobile] = [openedOrNull(row.name), openedOrNull(row.mobile)];
  return name && mobile ? [{ name, mobile }] : [];
}
