import 'server-only';
import { listTold } from './person-store.ts';

/**
 * For the given customers that we have: created at, deleted at, and AURA's last report of their subscription.
 */
export async function toldOf(customerIds: readonly number[]) {
  const told = await listTold(customerIds);
  return new Map(
    told.map(({ customerId, bornAt, toldAt, deletedAt }) => [
      customerId,
      { bornAt, toldAt, isDeleted: deletedAt !== null },
    ]),
  );
}
