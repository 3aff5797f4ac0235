import 'server-only';
import { AuraError } from '#lib/aura/error.ts';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { auraClient } from '#lib/upstream/aura-client.ts';
import { auraNames } from './model.ts';
import type { SubscriptionType } from './schema.ts';

// AURA's customers and subscriptions in our words. Defects are thrown; what AURA may answer is a value.

const LIST_DEADLINE_MS = 4_000;
const CREATE_DEADLINE_MS = 10_000;

/** The subscriptions that AURA offers, named for people ("Web signup single"). */
export async function fetchSubscriptionTypes(): Promise<
  Result<SubscriptionType[], 'subscription.types_unavailable'>
> {
  try {
    const { subscriptionTypes } = await auraClient().listSubscriptionTypes(
      {},
      { deadlineMs: LIST_DEADLINE_MS },
    );
    return ok(subscriptionTypes.map(({ id, name }) => ({ id, name: readableName(name) })));
  } catch (error) {
    if (error instanceof AuraError) return refuse('subscription.types_unavailable');
    throw error;
  }
}

function readableName(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type NewCustomer = {
  name: string;
  surname: string;
  mobile: string;
  subscriptionTypeId: number;
  validFrom: Date;
  validTo: Date;
};

export type CreateCustomerOutcome =
  | { kind: 'created'; customerId: number }
  | { kind: 'mobile_known' }
  | { kind: 'rejected' }
  /** AURA said no, or was never reached: nothing exists there. */
  | { kind: 'not_created' }
  /** The answer never came: AURA may have created the customer. */
  | { kind: 'answer_lost' };

/** Customer and subscription in one call. It is never repeated by itself: AURA knows no lookup by mobile. */
export async function createCustomer(customer: NewCustomer): Promise<CreateCustomerOutcome> {
  const { mobile, subscriptionTypeId, validFrom, validTo } = customer;
  try {
    const { customerId } = await auraClient().createCustomer(
      {
        customer: { ...auraNames(customer), mobile },
        subscription: {
          subscriptionTypeId,
          validFrom: validFrom.toISOString(),
          validTo: validTo.toISOString(),
        },
      },
      { deadlineMs: CREATE_DEADLINE_MS },
    );
    return { kind: 'created', customerId };
  } catch (error) {
    if (error instanceof AuraError) return outcomeOf(error);
    throw error;
  }
}

function outcomeOf(error: AuraError): CreateCustomerOutcome {
  // A token that was refused says nothing of the customer, who was not sent then.
  if (error.endpoint !== 'createCustomer') return { kind: 'not_created' };
  switch (error.kind) {
    case 'conflict':
      return { kind: 'mobile_known' };
    case 'invalid_request':
    case 'not_found':
      return { kind: 'rejected' };
    case 'unauthorised':
    case 'forbidden':
    case 'rate_limited':
      return { kind: 'not_created' };
    case 'network':
    case 'timeout':
    case 'server':
    case 'contract':
      return { kind: 'answer_lost' };
  }
}
