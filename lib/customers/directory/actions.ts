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

// Every form carries its customer id in a hidden field. The page is refreshed with each response.

export const registerCustomerAction = formAction<RegisterForm>(operator, async ({ run, fields }) => {
  const { name = '', surname = '', latinName = '', mobile = '', subscriptionTypeId = '' } = fields;
  const registered = await run(registerCustomer, fields);
  const kept = { subscriptionTypeId, tell: fields.tell === 'on' };
  return registered.ok
    ? {
        values: { name: '', surname: '', latinName: '', mobile: '', ...kept },
        registered: registered.value,
        problem: null,
      }
    : { values: { name, surname, latinName, mobile, ...kept }, registered: null, problem: registered };
});

export const renewAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, lastDay = '' } = fields;
  const renewed = await run(renewSubscription, { customerId, lastDay });
  return after({ lastDay }, renewed, `Renewed to ${lastDay}.`);
});

export const startSubscriptionAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, subscriptionTypeId = '' } = fields;
  const started = await run(startSubscription, { customerId, subscriptionTypeId });
  return after({ subscriptionTypeId }, started, 'A new subscription has started. It is valid for a year.');
});

export const cancelSubscriptionAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, reason = '' } = fields;
  const cancelled = await run(cancelSubscription, { customerId, reason });
  const done = 'AURA has cancelled the subscription. Nobody is sent for them any more.';
  return after({ reason }, cancelled, done);
});

export const setDependantsAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, dependants = '', shown = '' } = fields;
  const set = await run(setDependants, { customerId, dependants, shown });
  return after({ dependants }, set, 'AURA has the new set of dependants.');
});

export const deleteCustomerAction = formAction<CustomerForm>(operator, async ({ run, fields }) => {
  const { customerId, confirmation = '' } = fields;
  const deleted = await run(deleteCustomer, { customerId, confirmation });
  return after({ confirmation }, deleted, 'Deleted at AURA, and signed out everywhere.');
});

/** `calloutId`: where the profile was opened from, for the audit. */
export const readPrivateProfileAction = action(operator, ({ run }, customerId: number, calloutId?: number) =>
  run(readPrivateProfile, { customerId, calloutId }),
);

function after(values: CustomerForm['values'], result: Result<unknown>, done: string): CustomerForm {
  // Also after a refusal, which may be about a change at AURA that the page does not show yet.
  refresh();
  return result.ok ? { values: {}, done, problem: null } : { values, done: null, problem: result };
}
