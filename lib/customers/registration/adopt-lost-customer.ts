import 'server-only';
import { z } from 'zod';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchReference } from './aura.ts';
import { keepPerson } from './make-person.ts';
import { listLostRegistrations } from './store.ts';

/** Whether AURA may have a customer of ours of whom it could not tell us. */
export async function isAnyAnswerLost(): Promise<boolean> {
  return (await listLostRegistrations(now())).length > 0;
}

/**
 * Takes in a customer whom AURA tells of and whom nobody here has: one of a registration whose answer was lost, when
 * AURA, asked, has our reference for it. AURA is asked only while there is such a registration.
 */
export const adoptLostCustomer = verb(
  'webhook.process',
  z.object({ customerId: z.number().int().positive() }),
  async (_actor, { customerId }) => {
    const at = now();
    const lost = await listLostRegistrations(at);
    if (lost.length === 0) return refuse('customer.not_found');
    const found = await fetchReference(customerId);
    if (found === null) return refuse('aura.unavailable');
    const registration = found !== 'missing' && lost.find(({ id }) => id === found.reference);
    if (!registration || registration.mobile !== found.mobile) return refuse('customer.not_found');
    if (await findPersonByMobile(registration.mobile)) return refuse('customer.not_found');
    const period = subscriptionPeriod(registration.answerLostAt ?? at);
    return ok(await keepPerson(registration, 'registration', customerId, period, at));
  },
);
