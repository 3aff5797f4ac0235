import 'server-only';
import { listStoredCustomers } from './person-store.ts';

/** Of those of these customers whom we have: since when, and when AURA last told of their subscription. */
export async function readStoredCustomers(customerIds: readonly number[]) {
  const rows = await listStoredCustomers(customerIds);
  return new Map(
    rows.map(({ customerId, createdAt, reportedAt, deletedAt }) => [
      customerId,
      { createdAt, reportedAt, isDeleted: deletedAt !== null },
    ]),
  );
}
