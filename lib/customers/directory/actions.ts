'use server';

import { refresh } from 'next/cache';
import type { Result } from '#lib/errors/result.ts';
import { requestHeaders } from '#lib/identity/next-adapter.ts';
import { operatorFrom } from '#lib/identity/session.ts';
import { textFields } from '#lib/platform/form-fields.ts';
import { cancelSubscription } from './cancel-subscription.ts';
import { deleteCustomer } from './delete-customer.ts';
import { readPrivateProfile } from './read-private-profile.ts';
import { registerCustomer } from './register-customer.ts';
import { renewSubscription } from './renew-subscription.ts';
import type { CustomerForm, PrivateProfile, RegisterForm } from './schema.ts';
import { setDependants } from './set-dependants.ts';
import { startSubscription } from './start-subscription.ts';

// Every form names its customer in a hidden field. What AURA now has is read again with the answer.

/** Registers somebody on their behalf. */
export async function registerCustomerAction(_shown: RegisterForm, data: FormData): Promise<RegisterForm> {
  const fields = textFields(data);
  const { name = '', surname = '', mobile = '', subscriptionTypeId = '' } = fields;
  const registered = await registerCustomer(await operatorFrom(await requestHeaders()), fields);
  if (registered.ok) {
    const values = { name: '', surname: '', mobile: '', subscriptionTypeId, tell: fields.tell === 'on' };
    return { values, registered: registered.value, problem: null };
  }
  const values = { name, surname, mobile, subscriptionTypeId, tell: fields.tell === 'on' };
  return { values, registered: null, problem: registered };
}

/** Moves the end of a subscription to a later day. */
export async function renewAction(_shown: CustomerForm, data: FormData): Promise<CustomerForm> {
  const { customerId, lastDay = '' } = textFields(data);
  const renewed = await renewSubscription(await operatorFrom(await requestHeaders()), {
    customerId,
    lastDay,
  });
  return after({ lastDay }, renewed, `Renewed to ${lastDay}.`);
}

/** Starts a new subscription for a year. */
export async function startSubscriptionAction(_shown: CustomerForm, data: FormData): Promise<CustomerForm> {
  const { customerId, subscriptionTypeId = '' } = textFields(data);
  const operator = await operatorFrom(await requestHeaders());
  const started = await startSubscription(operator, { customerId, subscriptionTypeId });
  return after({ subscriptionTypeId }, started, 'A new subscription has started. It is valid for a year.');
}

/** Cancels a subscription for a reason. */
export async function cancelSubscriptionAction(_shown: CustomerForm, data: FormData): Promise<CustomerForm> {
  const { customerId, reason = '' } = textFields(data);
  const operator = await operatorFrom(await requestHeaders());
  const cancelled = await cancelSubscription(operator, { customerId, reason });
  return after(
    { reason },
    cancelled,
    'AURA has cancelled the subscription. Nobody is sent for them any more.',
  );
}

/** Replaces the set of dependants. */
export async function setDependantsAction(_shown: CustomerForm, data: FormData): Promise<CustomerForm> {
  const { customerId, dependants = '', shown = '' } = textFields(data);
  const operator = await operatorFrom(await requestHeaders());
  const set = await setDependants(operator, { customerId, dependants, shown });
  return after({ dependants }, set, 'AURA has the new set of dependants.');
}

/** Deletes a customer at AURA. */
export async function deleteCustomerAction(_shown: CustomerForm, data: FormData): Promise<CustomerForm> {
  const { customerId, confirmation = '' } = textFields(data);
  const operator = await operatorFrom(await requestHeaders());
  const deleted = await deleteCustomer(operator, { customerId, confirmation });
  return after({ confirmation }, deleted, 'Deleted at AURA, and signed out everywhere.');
}

/** Opens the medical and contact profile, perhaps from the page of a callout, which is noted in the audit. */
export async function readPrivateProfileAction(
  customerId: number,
  calloutId?: number,
): Promise<Result<PrivateProfile>> {
  return readPrivateProfile(await operatorFrom(await requestHeaders()), { customerId, calloutId });
}

function after(values: CustomerForm['values'], result: Result<unknown>, done: string): CustomerForm {
  // Also after a refusal: it may be about something that AURA has and the page does not show yet.
  refresh();
  return result.ok ? { values: {}, done, problem: null } : { values, done: null, problem: result };
}
