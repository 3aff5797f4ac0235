import { parseMobile } from '#lib/customers/registration/model.ts';
import type { ReturnStatus } from '#lib/vocabulary.ts';
import type { SignupState } from './schema.ts';

type Facts = {
  returnStatus: ReturnStatus | null;
  returnedAt: Date | null;
  customerId: number | null;
  confirmedAt: Date | null;
};

/** AURA's answer wins; the browser's return status counts only while AURA has reported no customer. */
export function stateOf({ returnStatus, returnedAt, customerId, confirmedAt }: Facts): SignupState {
  if (confirmedAt !== null) return 'registered';
  if (customerId !== null) return 'held';
  if (returnStatus === 'failed' || returnStatus === 'cancelled') return returnStatus;
  return returnedAt === null ? 'open' : 'returned';
}

export type SignedUp = { name: string; surname: string; mobile: string };

const LONGEST_NAME = 200;

/** Maps AURA's customer; null when a field is missing or the mobile cannot receive text messages. */
export function signedUpOf(customer: {
  name: string | null;
  surname: string | null;
  mobile: string | null;
}): SignedUp | null {
  const mobile = parseMobile(customer.mobile ?? '');
  const name = printable(customer.name);
  const surname = printable(customer.surname) ?? '';
  return mobile && name ? { name, surname, mobile } : null;
}

function printable(text: string | null): string {
  return (text ?? '')
    .replace(/\p{C}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    .toWellFormed();
}
