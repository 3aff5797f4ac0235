import 'server-only';
import type { PersonRow } from '#lib/customers/person-store.ts';
import { factsOf } from '#lib/customers/subscriptions/model.ts';
import type { CustomerRow } from './schema.ts';

export function rowOf(row: PersonRow, at: Date): CustomerRow {
  return {
    customerId: row.auraCustomerId,
    name: row.name,
    surname: row.surname,
    latinName: row.latinName,
    mobile: row.mobile,
    subscription: factsOf(row, at),
    registeredAt: row.createdAt.toISOString(),
    isDeleted: row.deletedAt !== null,
  };
}
