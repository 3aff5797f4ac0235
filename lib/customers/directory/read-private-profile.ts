import 'server-only';
import { findCallout } from '#lib/callouts/records.ts';
import { findCustomer } from '#lib/customers/person-store.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchCustomer } from './aura.ts';
import { openedFrom, privateFacts } from './private-model.ts';
import { type PrivateProfile, readPrivateInput } from './schema.ts';

/** Reads the medical and contact profile from AURA; audited first, with the callout it was opened from. */
export const readPrivateProfile = verb(
  'customer.read_private',
  readPrivateInput,
  async (actor, { customerId, calloutId }) => {
    const row = await findCustomer(customerId);
    if (!row) return refuse('customer.not_found');
    if (calloutId !== undefined && (await findCallout(calloutId))?.personId !== row.id) {
      return refuse('callout.not_found');
    }
    const detail = calloutId === undefined ? {} : { detail: openedFrom(calloutId) };
    await audit(actor, { action: 'customer.read_private', subject: String(customerId), ...detail });
    const read = await fetchCustomer(customerId);
    if (!read.ok) return read;
    return ok({
      asOf: now().toISOString(),
      facts: privateFacts(read.value.profile),
    } satisfies PrivateProfile);
  },
);
