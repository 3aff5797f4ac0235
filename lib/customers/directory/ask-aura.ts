import 'server-only';
import { findCustomer, type PersonRow } from '#lib/customers/person-store.ts';
import { auraNames } from '#lib/customers/registration/model.ts';
import { fetchSubscriptions } from '#lib/customers/subscriptions/aura.ts';
import { keepSubscriptions } from '#lib/customers/subscriptions/keep-subscriptions.ts';
import { currentOf, hasNoSubscription, standingOf } from '#lib/customers/subscriptions/model.ts';
import type { SubscriptionAtAura } from '#lib/customers/subscriptions/schema.ts';
import { ok, refuse } from '#lib/errors/result.ts';
import { verb } from '#lib/identity/verb.ts';
import { now } from '#lib/platform/clock.ts';
import { fetchCustomer, fetchDependants } from './aura.ts';
import { type AuraReport, type Comparison, type Dependant, oneCustomerInput } from './schema.ts';
import { namesOf } from './store.ts';

/** Reads a customer at AURA and updates the subscription. Our mobile stays: it is the sign-in identifier. */
export const askAura = verb('customer.read', oneCustomerInput, async (_actor, { customerId }) => {
  const row = await findCustomer(customerId);
  if (!row) return refuse('customer.not_found');
  const at = now();
  const [customer, subscriptions] = await Promise.all([
    fetchCustomer(customerId),
    fetchSubscriptions(customerId),
  ]);
  if (!customer.ok) return customer;
  if (!subscriptions.ok) return subscriptions;
  const current = currentOf(subscriptions.value, at);
  const isOwn = current !== null && (current.ownerId ?? customerId) === customerId;
  await keepSubscriptions(row.id, subscriptions.value, at);
  const names = auraNames(row, row.latinAtAura);
  return ok({
    asOf: now().toISOString(),
    facts: [
      compare('Name', names.name, customer.value.name),
      compare('Surname', names.surname, customer.value.surname),
      compare('Mobile', row.mobile, customer.value.mobile),
      ...subscriptionFacts(row, current),
    ],
    subscription: current && { ...current, standing: standingOf(current, at), isOwn },
    otherSubscriptions: Math.max(0, subscriptions.value.length - 1),
    dependants: isOwn ? await dependantsOf(current.subscriptionId) : null,
  } satisfies AuraReport);
});

function compare(what: string, ours: string | null, auras: string | null): Comparison {
  return { what, ours, auras, isSame: ours === auras };
}

function subscriptionFacts(row: PersonRow, current: SubscriptionAtAura | null): Comparison[] {
  const day = (instant: string | null) => instant && new Date(instant).toISOString();
  const typeId = current?.subscriptionTypeId ?? null;
  const had = (fact: string) => (hasNoSubscription(row) ? null : fact);
  return [
    compare(
      'Subscription type',
      had(String(row.subscriptionTypeId)),
      typeId === null ? null : String(typeId),
    ),
    compare('Valid from', had(row.subscriptionValidFrom.toISOString()), day(current?.validFrom ?? null)),
    compare('Valid to', had(row.subscriptionValidTo.toISOString()), day(current?.validTo ?? null)),
    compare(
      'Cancelled',
      row.subscriptionCancelledAt?.toISOString() ?? null,
      day(current?.cancelledAt ?? null),
    ),
  ];
}

async function dependantsOf(subscriptionId: number): Promise<Dependant[] | null> {
  const ids = await fetchDependants(subscriptionId);
  if (!ids.ok || ids.value === null) return null;
  const names = await namesOf(ids.value);
  return ids.value.map((customerId) => ({ customerId, name: names.get(customerId) ?? null }));
}
