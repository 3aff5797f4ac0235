import 'server-only';
import { randomUUID } from 'node:crypto';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { env } from '#lib/platform/env.ts';
import { listSubscriptionTypes } from './list-subscription-types.ts';
import { maskMobile } from './model.ts';
import { startRegistrationInput } from './schema.ts';
import { insertRegistration, type RegistrationDetails } from './store.ts';
import { issueStrangerCode } from './stranger-code.ts';

/** Stores the details and sends a code. Creates nothing at AURA yet. */
export const startRegistration = verb('registration.start', startRegistrationInput, async (actor, input) => {
  const types = await listSubscriptionTypes(actor, {});
  if (!types.ok) return types;
  if (!types.value.some(({ id }) => id === input.subscriptionTypeId)) {
    return refuse('input.invalid', { subscriptionTypeId: 'Choose one of the subscriptions in the list' });
  }
  const { language = null, termsVersion, ...details } = input;
  // Terms that have changed since the form was shown are not accepted with it.
  const accepted = termsVersion === env.TERMS_VERSION ? termsVersion : null;
  return beginRegistration({ ...details, language, termsVersion: accepted }, actor.address);
});

/** Keeps the details under a new id, with the code that goes to their mobile now. */
export async function beginRegistration(details: RegistrationDetails, address: string) {
  const {
    name,
    surname,
    latinName,
    mobile,
    subscriptionTypeId,
    language = null,
    termsVersion = null,
  } = details;
  const issued = await issueStrangerCode(mobile, address, language);
  if (!issued.ok) return issued;
  const { codeId } = issued.value;
  const id = randomUUID();
  const kept = { name, surname, latinName, mobile, subscriptionTypeId, language, termsVersion };
  await insertRegistration({ id, codeId, ...kept, startedAt: now() });
  return ok({ registrationId: id, sentTo: maskMobile(mobile) });
}
