import type { Standing, SubscriptionAtAura, SubscriptionFacts } from './schema.ts';

const DAY_MS = 86_400_000;

/** Placeholder type when AURA had no subscription at import. */
const NO_SUBSCRIPTION_TYPE = 0;

/** Our record of the subscription that decides whether somebody is covered. */
export type SubscriptionRecord = {
  subscriptionId: number | null;
  subscriptionTypeId: number;
  subscriptionValidFrom: Date;
  subscriptionValidTo: Date;
  subscriptionCancelledAt: Date | null;
  /** AURA's state at this time or later; null: as registered. */
  subscriptionAsOf: Date | null;
};

type Dates = Pick<SubscriptionAtAura, 'validFrom' | 'validTo' | 'cancelledAt'>;

/** AURA's rule (it has no status field): active within its dates, both inclusive, and not cancelled. */
export function standingOf({ validFrom, validTo, cancelledAt }: Dates, at: Date): Standing {
  if (cancelledAt !== null) return 'cancelled';
  if (validFrom === null || validTo === null || at.getTime() > Date.parse(validTo)) return 'lapsed';
  return at.getTime() < Date.parse(validFrom) ? 'not_yet' : 'active';
}

export function daysLeft(validTo: string, at: Date): number {
  return Math.max(0, Math.floor((Date.parse(validTo) - at.getTime()) / DAY_MS));
}

/** One year; AURA takes both ends as instants. */
export function subscriptionPeriod(from: Date): { validFrom: Date; validTo: Date } {
  const validTo = new Date(from);
  validTo.setUTCFullYear(validTo.getUTCFullYear() + 1);
  return { validFrom: from, validTo };
}

/** Whether AURA has reported no subscription; the stored dates are then meaningless. */
export function hasNoSubscription(
  kept: Pick<SubscriptionRecord, 'subscriptionTypeId' | 'subscriptionId'>,
): boolean {
  return kept.subscriptionTypeId === NO_SUBSCRIPTION_TYPE && kept.subscriptionId === null;
}

/** The subscription that decides coverage: an active one, else the last to end. */
export function currentOf<One extends SubscriptionAtAura>(all: readonly One[], at: Date): One | null {
  const byEnd = all.toSorted((a, b) => endOf(b) - endOf(a) || b.subscriptionId - a.subscriptionId);
  return byEnd.find((one) => standingOf(one, at) === 'active') ?? byEnd[0] ?? null;
}

function endOf({ validTo, cancelledAt }: Dates): number {
  const ends = [validTo, cancelledAt].flatMap((each) => (each === null ? [] : [Date.parse(each)]));
  return ends.length === 0 ? 0 : Math.min(...ends);
}

export function firstRecord(said: readonly SubscriptionAtAura[], asOf: Date): SubscriptionRecord {
  const nothing = {
    subscriptionId: null,
    subscriptionTypeId: NO_SUBSCRIPTION_TYPE,
    ...lapsedBefore(asOf),
    subscriptionCancelledAt: null,
    subscriptionAsOf: asOf,
  };
  return recordAfter(nothing, said, asOf) ?? nothing;
}

/** Dates of a subscription whose own cannot be read: valid at no moment, since both ends of a period count. */
function lapsedBefore(asOf: Date) {
  const end = new Date(asOf.getTime() - 1);
  return { subscriptionValidFrom: end, subscriptionValidTo: end };
}

/** The only rule that changes the record. Null: no change, as the answer is older or empty. */
export function recordAfter(
  kept: SubscriptionRecord,
  said: readonly SubscriptionAtAura[],
  asOf: Date,
): SubscriptionRecord | null {
  if (kept.subscriptionAsOf && asOf < kept.subscriptionAsOf) return null;
  const current = currentOf(said, asOf);
  if (current === null) return null;
  const { subscriptionId } = current;
  // The registration response has no subscription id.
  const isSame = kept.subscriptionId === null || kept.subscriptionId === subscriptionId;
  // AURA revives no cancelled subscription, and may report a cancellation only as an earlier end.
  const isStillCancelled = isSame && current.cancelledAt === null && standingOf(current, asOf) === 'lapsed';
  return {
    subscriptionId,
    subscriptionTypeId:
      current.subscriptionTypeId ?? (isSame ? kept.subscriptionTypeId : NO_SUBSCRIPTION_TYPE),
    ...periodAfter(current, isSame && !hasNoSubscription(kept) ? kept : null, asOf),
    subscriptionCancelledAt: isStillCancelled ? kept.subscriptionCancelledAt : instantOf(current.cancelledAt),
    subscriptionAsOf: asOf,
  };
}

/**
 * The dates of the subscription after an answer: of one that is kept already, a date that is missing stays; of another,
 * half a period covers nobody.
 */
function periodAfter(
  { validFrom, validTo }: SubscriptionAtAura,
  kept: Pick<SubscriptionRecord, 'subscriptionValidFrom' | 'subscriptionValidTo'> | null,
  asOf: Date,
) {
  if (!kept && (validFrom === null || validTo === null)) return lapsedBefore(asOf);
  const before = kept ?? lapsedBefore(asOf);
  return {
    subscriptionValidFrom: instantOf(validFrom) ?? before.subscriptionValidFrom,
    subscriptionValidTo: instantOf(validTo) ?? before.subscriptionValidTo,
  };
}

export function factsOf(record: SubscriptionRecord, at: Date): SubscriptionFacts {
  const dates = {
    validFrom: record.subscriptionValidFrom.toISOString(),
    validTo: record.subscriptionValidTo.toISOString(),
    cancelledAt: record.subscriptionCancelledAt?.toISOString() ?? null,
  };
  const standing = hasNoSubscription(record) ? 'none' : standingOf(dates, at);
  return { ...dates, standing, daysLeft: standing === 'active' ? daysLeft(dates.validTo, at) : 0 };
}

const instantOf = (text: string | null) => (text === null ? null : new Date(text));
