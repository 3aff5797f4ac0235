import 'server-only';
import { fetchCustomer } from '#lib/directory/aura.ts';
import { privateFacts } from '#lib/directory/private-model.ts';
import { oneCustomerInput, type PrivateProfile } from '#lib/directory/schema.ts';
import { findCustomer } from '#lib/directory/store.ts';
import { verb } from '#lib/identity/verb.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { ok, refuse } from '#lib/platform/result.ts';

/** A customer's medical and contact profile, from AURA. Whoever opens it is noted before anything is read. */
export const readPrivateProfile = verb(
  'customer.read_private',
  oneCustomerInput,
  async (actor, { customerId }) => {
    const row = await findCustomer(customerId);
    if (!row) return refuse('customer.not_found');
    await audit(actor, { action: 'customer.read_private', subject: String(customerId) });
    const read = await fetchCustomer(customerId);
    if (!read.ok) return read;
    return ok({
      asOf: now().toISOString(),
      facts: privateFacts(read.value.profile),
    } satisfies PrivateProfile);
  },
);
