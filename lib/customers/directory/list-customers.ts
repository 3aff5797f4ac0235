import 'server-only';
import { ok } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { lookupsFor } from './model.ts';
import { rowOf } from './record-model.ts';
import { listCustomersInput } from './schema.ts';
import { type Cursor, listPersons } from './store.ts';

const PAGE_SIZE = 50;
const ORDERS = ['newest', 'customer', 'mobile', 'surname', 'name'] as const;

export const listCustomers = verb('customer.list', listCustomersInput, async (_actor, { search, after }) => {
  const at = now();
  const found = await listPersons(lookupsFor(search), after ? readCursor(after) : null, PAGE_SIZE);
  const page = found.slice(0, PAGE_SIZE);
  const last = page.at(-1);
  return ok({
    asOf: at.toISOString(),
    customers: page.map(({ row }) => rowOf(row, at)),
    next: found.length > PAGE_SIZE && last ? `${last.by}_${last.row.auraCustomerId}` : null,
  });
});

function readCursor(cursor: string): Cursor {
  const [order, customerId] = cursor.split('_');
  return { by: ORDERS.find((each) => each === order) ?? 'newest', customerId: Number(customerId) };
}
