import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** AURA's home market: a number typed without a country code is read as South African. */
const HOME_COUNTRY = 'ZA';

const CAN_RECEIVE_A_CODE = new Set(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

/** Any spelling in, E.164 out; null when it is not a number that can receive a text message. */
export function parseMobile(text: string): string | null {
  const number = parsePhoneNumberFromString(text, HOME_COUNTRY);
  return number?.isValid() && CAN_RECEIVE_A_CODE.has(number.getType() ?? '') ? number.number : null;
}

/** Enough of a mobile to recognise it, too little to call it: "+27 •• ••• 4567". */
export function maskMobile(mobile: string): string {
  return `${mobile.slice(0, 3)} •• ••• ${mobile.slice(-4)}`;
}

/** A registration is bought for a year; AURA takes both ends as instants. */
export function subscriptionPeriod(from: Date): { validFrom: Date; validTo: Date } {
  const validTo = new Date(from);
  validTo.setUTCFullYear(validTo.getUTCFullYear() + 1);
  return { validFrom: from, validTo };
}

/** How long an unfinished registration may be taken up again. */
export const REGISTRATION_LIFETIME_MS = 60 * 60_000;

/** How long we remember that AURA may have an account whose number it never told us. */
export const LOST_ANSWER_KEPT_MS = 30 * 86_400_000;

/** Kept in place of a type where AURA had no subscription of somebody when we took them in. */
export const NO_SUBSCRIPTION_TYPE = 0;

/** Whether AURA has told of no subscription at all; the dates that are kept mean nothing then. */
export function hasNoSubscription(kept: {
  subscriptionTypeId: number;
  subscriptionId: number | null;
}): boolean {
  return kept.subscriptionTypeId === NO_SUBSCRIPTION_TYPE && kept.subscriptionId === null;
}

export type Subscription = { subscriptionTypeId: number; validFrom: Date; validTo: Date };

/**
 * The one of a customer's subscriptions to show: of those that are good at `now` the one that lasts longest, else
 * the one that ended last. `validTo` of a cancelled one is when it was cancelled.
 */
export function subscriptionToShow(subscriptions: readonly Subscription[], now: Date): Subscription | null {
  const isGood = ({ validFrom, validTo }: Subscription) => validFrom <= now && now <= validTo;
  const byEnd = (one: Subscription, other: Subscription) => other.validTo.getTime() - one.validTo.getTime();
  return subscriptions.filter(isGood).sort(byEnd)[0] ?? [...subscriptions].sort(byEnd)[0] ?? null;
}
