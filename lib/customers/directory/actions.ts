'use server';

import { refresh } from 'next/cache';
import type { Result } from '#lib/errors/result.ts';
import { action, formAction } from '#lib/identity/action.ts';
import { operator } from '#lib/identity/caller.ts';
import { cancelSubscription } from './cancel-subscription.ts';
import { deleteCustomer } from './delete-customer.ts';
import { readPrivateProfile } from './read-private-profile.ts';
import { registerCustomer } from './register-customer.ts';
import { renewSubscription } from './renew-subscription.ts';
import type { CustomerForm, RegisterForm } from './schema.ts';
import { setDependants } from './set-dependants.ts';
import { startSubscription } from './start-subscription.ts';

// Every form names its customer in a hidden field. What AURA now has is read again with the answer.

/** Registers somebody on their behalf. */
export const registerCustomerAction = formAction<RegisterForm>(operator, async ({ ask, fields }) => {
  const { name = '', surname = '', mobile = '', subscriptionTypeId = '' } = fields;
  const registered = await ask(registerCustomer, fields);
  const kept = { subscriptionTypeId, tell: fields.tell === 'on' };
  return registered.ok
    ? { values: { name: '', surname: '', mobile: '', ...kept }, registered: registered.value, problem: null }
    : { values: { name, surname, mobile, ...kept }, registered: null, problem: registered };
});

/** Moves the end of a subscription to a later day. */
export const renewAction = formAction<CustomerForm>(operator, async ({ ask, fields }) => {
  const { customerId, lastDay = '' } = fields;
  const renewed = await ask(renewSubscription, { customerId, lastDay });
  return after({ lastDay }, renewed, `Renewed to ${lastDay}.`);
});

/** Starts a new subscription for a year. */
export const startSubscriptionAction = formAction<CustomerForm>(operator, async ({ ask, fields }) => {
  const { customerId, subscriptionTypeId = '' } = fields;
  const started = await ask(startSubscription, { customerId, subscriptionTypeId });
  return after({ subscriptionTypeId }, started, 'A new subscription has started. It is valid for a year.');
});

/** Cancels a subscription for a reason. */
export const cancelSubscriptionAction = formAction<CustomerForm>(operator, async ({ ask, fields }) => {
  const { customerId, reason = '' } = fields;
  const cancelled = await ask(cancelSubscription, { customerId, reason });
  const done = 'AURA has cancelled the subscription. Nobody is sent for them any more.';
  return after({ reason }, cancelled, done);
});

/** Replaces the set of dependants. */
export const setDependantsAction = formAction<CustomerForm>(operator, async ({ ask, fields }) => {
  const { customerId, dependants = '', shown = '' } = fields;
  const set = await ask(setDependants, { customerId, dependants, shown });
  return after({ dependants }, set, 'AURA has the new set of dependants.');
});

/** Deletes a customer at AURA. */
export const deleteCustomerAction = formAction<CustomerForm>(operator, async ({ ask, fields }) => {
  const { customerId, confirmation = '' } = fields;
  const deleted = await ask(deleteCustomer, { customerId, confirmation });
  return after({ confirmation }, deleted, 'Deleted at AURA, and signed out everywhere.');
});

/** Opens the medical and contact profile, perhaps from the page of a callout, which is noted in the audit. */
export const readPrivateProfileAction = action(operator, ({ ask }, customerId: number, calloutId?: number) =>
  ask(readPrivateProfile, { customerId, calloutId }),
);

function after(values: CustomerForm['values'], result: Result<unknown>, done: string): CustomerForm {
  // Also after a refusal: it may be about something that AURA has and the page does not show yet.
  refresh();
  return result.ok ? { values: {}, done, problem: null } : { values, done: null, problem: result };
}
