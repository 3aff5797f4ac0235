import 'server-only';
import { openedOrNull } from '#lib/platform/unopened.ts';
import type { PersonRow } from './person-store.ts';

/** The trusted contact; null where none is saved or it cannot be opened. */
export function contactOf(row: Pick<PersonRow, 'contactName' | 'contactMobile'>) {
  const [name, mobile] = [openedOrNull(row.contactName), openedOrNull(row.contactMobile)];
  return name && mobile ? { name, mobile } : null;
}
