import 'server-only';
import { z } from 'zod';
import { findPersonByMobile } from '#lib/customers/person-store.ts';
import { subscriptionPeriod } from '#lib/customers/subscriptions/model.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchReference } from './aura.ts';
import { keepPerson } from './make-person.ts';
import { auraNames } from './model.ts';
import { listLostRegistrations } from './store.ts';

/** Whether any registration's outcome at AURA is unknown. */
export async function isAnyAnswerLost(): Promise<boolean> {
  return (await listLostRegistrations(now())).length > 0;
}

/**
 * Creates the person of a registration with an unknown outcome, if AURA has a customer with our reference.
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
    const latinAtAura =
      found.name === auraNames(registration, true).name && found.name !== auraNames(registration).name;
    const customer = { customerId, latinAtAura };
    return ok(await keepPerson(registration, 'registration', customer, period, at));
  },
);
