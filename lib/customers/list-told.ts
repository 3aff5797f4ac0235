import 'server-only';
import { listTold } from './person-store.ts';

/** Of those of these customers whom we have: since when, and when AURA last told of their subscription. */
export async function toldOf(customerIds: readonly number[]) {
  const told = await listTold(customerIds);
  return new Map(
    told.map(({ customerId, bornAt, toldAt, deletedAt }) => [
      customerId,
      { bornAt, toldAt, isDeleted: deletedAt !== null },
    ]),
  );
}
