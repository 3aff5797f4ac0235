import 'server-only';
import { hasNoSubscription } from '#lib/customers/registration/model.ts';
import { daysLeft, standingOf } from './model.ts';
import type { CustomerRow, SubscriptionAtAura, SubscriptionFacts } from './schema.ts';
import type { PersonRow, SubscriptionMirror } from './store.ts';

/** A person's row as a line of the list. */
export function rowOf(row: PersonRow, at: Date): CustomerRow {
  return {
    customerId: row.auraCustomerId,
    name: row.name,
    surname: row.surname,
    mobile: row.mobile,
    subscription: subscriptionOf(row, at),
    registeredAt: row.createdAt.toISOString(),
    isDeleted: row.deletedAt !== null,
  };
}

function subscriptionOf(row: PersonRow, at: Date): SubscriptionFacts {
  const dates = {
    validFrom: row.subscriptionValidFrom.toISOString(),
    validTo: row.subscriptionValidTo.toISOString(),
    cancelledAt: row.subscriptionCancelledAt?.toISOString() ?? null,
  };
  const standing = hasNoSubscription(row) ? 'none' : standingOf(dates, at);
  return { ...dates, standing, daysLeft: standing === 'active' ? daysLeft(dates.validTo, at) : 0 };
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));

/** What AURA said of a subscription, as we keep it. */
export function mirrorOf(said: SubscriptionAtAura): SubscriptionMirror {
  return {
    subscriptionId: said.subscriptionId,
    subscriptionTypeId: said.subscriptionTypeId,
    validFrom: instantOf(said.validFrom),
    validTo: instantOf(said.validTo),
    cancelledAt: instantOf(said.cancelledAt),
  };
}
