import 'server-only';
import { listCustomerTimes } from './person-store.ts';

/** Creation, deletion and last report by AURA of the given customers, where they are ours. */
export async function customerTimesOf(customerIds: readonly number[]) {
  const times = await listCustomerTimes(customerIds);
  return new Map(
    times.map(({ customerId, createdAt, reportedAt, deletedAt }) => [
      customerId,
      { createdAt, reportedAt, isDeleted: deletedAt !== null },
    ]),
  );
}
