import 'server-only';
import { randomUUID } from 'node:crypto';
import { findPerson, findPersonByMobile } from '#lib/customers/person-store.ts';
import { listSubscriptionTypes } from '#lib/customers/registration/list-subscription-types.ts';
import { makePersonWithoutCode } from '#lib/customers/registration/make-person.ts';
import type { RegistrationDetails } from '#lib/customers/registration/records.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { named } from '#lib/languages/brand-name.ts';
import { env } from '#lib/platform/env.ts';
import { sendSms } from '#lib/platform/text-message.ts';
import { audited } from './audited.ts';
import { type RegisteredCustomer, registerCustomerInput } from './schema.ts';

const CODES = {
  'registration.in_progress': 'customer.being_registered',
  'registration.mobile_known': 'customer.mobile_at_aura',
  'registration.answer_lost': 'customer.registration_unsure',
  'registration.aura_rejected': 'customer.refused_at_aura',
  'registration.name_letters': 'customer.name_letters',
  'registration.aura_unavailable': 'customer.not_registered',
} as const;

/** Registers a customer for an operator, without a one-time code. Idempotent by registration id. */
export const registerCustomer = verb(
  'customer.register',
  registerCustomerInput,
  async (actor, { tell, ...details }) => {
    const types = await listSubscriptionTypes(actor, {});
    if (!types.ok) return types;
    if (!types.value.some(({ id }) => id === details.subscriptionTypeId)) {
      return refuse('input.invalid', { subscriptionTypeId: 'Choose one of the subscriptions in the list' });
    }
    const known = await findPersonByMobile(details.mobile);
    if (known) {
      return refuse('customer.registered_already', {
        mobile: `It is the mobile of customer ${known.auraCustomerId}`,
      });
    }
    const registrationId = randomUUID();
    // Audit entries hold ids only: the registration's until the customer exists.
    const entry = { action: 'customer.register', subject: registrationId, made: String };
    const made = await audited(actor, entry, () => register(registrationId, details));
    if (!made.ok) return made;
    const isNotified = tell ? await sendSms(details.mobile, welcome()) : null;
    return ok({
      customerId: made.value,
      name: [details.name, details.surname].filter(Boolean).join(' '),
      isNotified,
    } satisfies RegisteredCustomer);
  },
);

async function register(
  id: string,
  details: RegistrationDetails,
): Promise<Result<number, (typeof CODES)[keyof typeof CODES]>> {
  const made = await makePersonWithoutCode(id, details, 'operator');
  if (!made.ok) return refuse(CODES[made.code]);
  const person = await findPerson(made.value);
  if (!person) throw new Error('a person who was just made is there');
  return ok(person.auraCustomerId);
}

function welcome(): string {
  const registered = named(
    "You are registered with Vigil, your button for AURA's security and medical response.",
    env.BRAND_NAME,
  );
  return `${registered} Sign in with this number: ${env.APP_URL}/sign-in`;
}
