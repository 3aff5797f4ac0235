import 'server-only';
import { factsOf } from '#lib/customers/subscriptions/model.ts';
import type { CustomerRow } from './schema.ts';
import type { PersonRow } from './store.ts';

/** A person's row as a line of the list. */
export function rowOf(row: PersonRow, at: Date): CustomerRow {
  return {
    customerId: row.auraCustomerId,
    name: row.name,
    surname: row.surname,
    mobile: row.mobile,
    subscription: factsOf(row, at),
    registeredAt: row.createdAt.toISOString(),
    isDeleted: row.deletedAt !== null,
  };
}
