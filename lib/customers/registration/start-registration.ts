import 'server-only';
import { randomUUID } from 'node:crypto';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
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
  return beginRegistration(input, actor.address);
});

/** Keeps the details under a new id, with the code that goes to their mobile now. */
export async function beginRegistration(details: RegistrationDetails, address: string) {
  const { name, surname, mobile, subscriptionTypeId } = details;
  const issued = await issueStrangerCode(mobile, address);
  if (!issued.ok) return issued;
  const { codeId } = issued.value;
  const id = randomUUID();
  await insertRegistration({ id, codeId, name, surname, mobile, subscriptionTypeId, startedAt: now() });
  return ok({ registrationId: id, sentTo: maskMobile(mobile) });
}
