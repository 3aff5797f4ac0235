import 'server-only';
import { confirms } from '#lib/customers/directory/model.ts';
import { deleteCustomerInput } from '#lib/customers/directory/schema.ts';
import { findCustomer } from '#lib/customers/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { erase } from './erase.ts';

/** Erases a person for whom an admin was asked to, also one who was deleted before. */
export const eraseCustomer = verb(
  'customer.erase',
  deleteCustomerInput,
  async (actor, { customerId, confirmation }) => {
    const row = await findCustomer(customerId);
    if (!row) return refuse('customer.not_found');
    if (!confirms(confirmation, row.surname || row.name))
      return refuse('input.invalid', { confirmation: 'This is not the surname above. Nothing was deleted.' });
    const erased = await erase(actor, row);
    if (erased.ok) return ok(erased.value);
    return erased.code === 'data.alarm_open' ? refuse('customer.callout_open') : erased;
  },
);
