import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type AuraFailure, callAura } from '#lib/upstream/aura-client.ts';
import { auraNames } from './model.ts';
import type { SubscriptionType } from './schema.ts';

// AURA's customers and subscriptions in our words. Defects are thrown; what AURA may answer is a value.

const LIST_DEADLINE_MS = 4_000;
const CREATE_DEADLINE_MS = 10_000;

/** The subscriptions that AURA offers, named for people ("Web signup single"). */
export async function fetchSubscriptionTypes(): Promise<
  Result<SubscriptionType[], 'subscription.types_unavailable'>
> {
  const listed = await callAura((aura) => aura.listSubscriptionTypes({}, { deadlineMs: LIST_DEADLINE_MS }));
  if (!listed.ok) return refuse('subscription.types_unavailable');
  return ok(listed.value.subscriptionTypes.map(({ id, name }) => ({ id, name: readableName(name) })));
}

function readableName(value: string): string {
  const words = value.replaceAll('_', ' ').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type NewCustomer = {
  /** Ours for them, by which the customer is known again when AURA's answer is lost. */
  reference?: string;
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
  const { mobile, reference, subscriptionTypeId, validFrom, validTo } = customer;
  const created = await callAura((aura) =>
    aura.createCustomer(
      {
        customer: {
          ...auraNames(customer),
          mobile,
          ...(reference ? { externalReferenceId: reference } : {}),
        },
        subscription: {
          subscriptionTypeId,
          validFrom: validFrom.toISOString(),
          validTo: validTo.toISOString(),
        },
      },
      { deadlineMs: CREATE_DEADLINE_MS },
    ),
  );
  return created.ok ? { kind: 'created', customerId: created.value.customerId } : outcomeOf(created);
}

/** Our reference for a customer and their mobile, as AURA has them; null when it does not answer or has none such. */
export async function fetchReference(
  customerId: number,
): Promise<{ reference: string | null; mobile: string | null } | 'missing' | null> {
  const read = await callAura((aura) => aura.readCustomer({ customerId }, { deadlineMs: LIST_DEADLINE_MS }));
  if (!read.ok) return read.kind === 'not_found' ? 'missing' : null;
  return { reference: read.value.externalReferenceId, mobile: read.value.mobile };
}

function outcomeOf({ kind, outcome }: AuraFailure): CreateCustomerOutcome {
  if (kind === 'conflict') return { kind: 'mobile_known' };
  if (outcome === 'unsure') return { kind: 'answer_lost' };
  // Forbidden is about our credentials, not about this customer.
  return { kind: outcome === 'refused' && kind !== 'forbidden' ? 'rejected' : 'not_created' };
}
