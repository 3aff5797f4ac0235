import 'server-only';
import { findCustomer } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { audited } from './audited.ts';
import { removeCustomer } from './aura.ts';
import { confirms } from './model.ts';
import { deleteCustomerInput } from './schema.ts';
import { countCallouts, markDeleted } from './store.ts';

/** Soft-deletes a customer at AURA and ends their sessions; refused while a callout is open. */
export const deleteCustomer = verb(
  'customer.delete',
  deleteCustomerInput,
  async (actor, { customerId, confirmation }) => {
    const row = await findCustomer(customerId);
    if (!row) return refuse('customer.not_found');
    if (row.deletedAt) return refuse('customer.deleted');
    if (!confirms(confirmation, row.surname || row.name)) {
      return refuse('input.invalid', { confirmation: 'This is not the surname above. Nobody was deleted.' });
    }
    const { open } = await countCallouts(row.id);
    if (open > 0) return refuse('customer.callout_open');
    const entry = { action: 'customer.delete', subject: String(customerId) };
    const removed = await audited(actor, entry, () => removeCustomer(customerId));
    if (!removed.ok) return removed;
    await markDeleted(row.id, now());
    return ok(null);
  },
);
