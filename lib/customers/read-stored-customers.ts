import 'server-only';
import { listStoredCustomers } from './person-store.ts';

/** Creation, deletion and last report by AURA of the given customers, where they are ours. */
export async function readStoredCustomers(customerIds: readonly number[]) {
  const rows = await listStoredCustomers(customerIds);
  return new Map(
    rows.map(({ customerId, createdAt, reportedAt, deletedAt }) => [
      customerId,
      { createdAt, reportedAt, isDeleted: deletedAt !== null },
    ]),
  );
}
