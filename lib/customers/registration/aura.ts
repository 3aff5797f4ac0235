import 'server-only';
import { ok, type Result, refuse } from '#lib/errors/result.ts';
import { type AuraFailure, callAura } from '#lib/upstream/aura-client.ts';
import { auraNames, isInOtherScript, type WrittenName } from './model.ts';
import type { SubscriptionType } from './schema.ts';

// Maps AURA's customers and subscriptions to our model. Expected failures are values; defects are thrown.

const LIST_DEADLINE_MS = 4_000;
const CREATE_DEADLINE_MS = 10_000;

/** AURA's subscription types with display names ("Web signup single"). */
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

export type NewCustomer = WrittenName & {
  /** Our id for them, to find the customer when AURA's response is lost. */
  reference?: string;
  mobile: string;
  subscriptionTypeId: number;
  validFrom: Date;
  validTo: Date;
};

export type CreateCustomerOutcome =
  /** `latinAtAura`: AURA took the Latin letters, and not the name as it is written. */
  | { kind: 'created'; customerId: number; latinAtAura: boolean }
  | { kind: 'mobile_known' }
  | { kind: 'rejected' }
  /** Refused, or AURA was not reached: no customer exists. */
  | { kind: 'not_created' }
  /** Unknown outcome: AURA may have created the customer. */
  | { kind: 'answer_lost' };

/**
 * Creates a customer with the name as it is written. AURA does not say which scripts it takes: if it refuses the customer,
 * and so has none, the Latin letters are tried in its place.
 */
export async function createCustomer(customer: NewCustomer): Promise<CreateCustomerOutcome> {
  const written = await createNamed(customer, false);
  const mayBeTheLetters = customer.latinName !== null && isInOtherScript(customer);
  return written.kind === 'rejected' && mayBeTheLetters ? createNamed(customer, true) : written;
}

/** Customer and subscription in one call. Not retried: AURA has no lookup by mobile. */
async function createNamed(customer: NewCustomer, isLatin: boolean): Promise<CreateCustomerOutcome> {
  const { mobile, reference, subscriptionTypeId, validFrom, validTo } = customer;
  const created = await callAura((aura) =>
    aura.createCustomer(
      {
        customer: {
          ...auraNames(customer, isLatin),
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
  if (!created.ok) return outcomeOf(created);
  return { kind: 'created', customerId: created.value.customerId, latinAtAura: isLatin };
}

/** Our reference, the name and the mobile of a customer; null when AURA is unavailable or has none. */
export async function fetchReference(
  customerId: number,
): Promise<{ reference: string | null; name: string | null; mobile: string | null } | 'missing' | null> {
  const read = await callAura((aura) => aura.readCustomer({ customerId }, { deadlineMs: LIST_DEADLINE_MS }));
  if (!read.ok) return read.kind === 'not_found' ? 'missing' : null;
  const { externalReferenceId: reference, name, mobile } = read.value;
  return { reference, name, mobile };
}

function outcomeOf({ kind, outcome }: AuraFailure): CreateCustomerOutcome {
  if (kind === 'conflict') return { kind: 'mobile_known' };
  if (outcome === 'unsure') return { kind: 'answer_lost' };
  // Forbidden concerns our credentials, not this customer.
  return { kind: outcome === 'refused' && kind !== 'forbidden' ? 'rejected' : 'not_created' };
}
