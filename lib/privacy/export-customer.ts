import 'server-only';
import { oneCustomerInput } from '#lib/customers/directory/schema.ts';
import { findCustomer } from '#lib/customers/records.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { audit } from '#lib/identity/audit.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { jsonPieces } from './export-model.ts';
import { pagesOf } from './export-store.ts';

const NOTES = [
  'This is what Vigil keeps about this person, also what their own download leaves out for their safety.',
  'It may say that they were forced to end an alarm: give it to nobody but them.',
];

/** All that is kept of a person, for an admin who answers their question; noted in the audit before it is read. */
export const exportCustomer = verb('customer.export', oneCustomerInput, async (actor, { customerId }) => {
  const person = await findCustomer(customerId);
  if (!person) return refuse('customer.not_found');
  await audit(actor, { action: 'customer.export', subject: String(customerId) });
  const head = { madeAt: now().toISOString(), notes: NOTES };
  const whose = { personId: person.id, mobile: person.mobile, customerId };
  return ok({ pieces: jsonPieces(head, pagesOf(whose, 'whole')) });
});
