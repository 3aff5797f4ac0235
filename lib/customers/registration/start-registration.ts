import 'server-only';
import { randomUUID } from 'node:crypto';
import { ok, refuse } from '#lib/errors/result.ts';
import { issueCode } from '#lib/identity/one-time-code.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { listSubscriptionTypes } from './list-subscription-types.ts';
import { maskMobile } from './model.ts';
import { startRegistrationInput } from './schema.ts';
import { insertRegistration } from './store.ts';

/** Stores the details and sends a code. Creates nothing at AURA yet. */
export const startRegistration = verb('registration.start', startRegistrationInput, async (actor, input) => {
  const types = await listSubscriptionTypes(actor, {});
  if (!types.ok) return types;
  if (!types.value.some(({ id }) => id === input.subscriptionTypeId)) {
    return refuse('input.invalid', { subscriptionTypeId: 'Choose one of the subscriptions in the list' });
  }
  const issued = await issueCode(input.mobile, actor.address);
  if (!issued.ok) return issued;
  const registrationId = randomUUID();
  await insertRegistration({
    id: registrationId,
    codeId: issued.value.codeId,
    ...input,
    startedAt: now(),
  });
  return ok({ registrationId, sentTo: maskMobile(input.mobile) });
});
