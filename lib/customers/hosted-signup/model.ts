import { parseMobile } from '#lib/customers/registration/model.ts';
import type { ReturnStatus } from '#lib/vocabulary.ts';
import type { SignupState } from './schema.ts';

type Facts = {
  returnStatus: ReturnStatus | null;
  returnedAt: Date | null;
  customerId: number | null;
  confirmedAt: Date | null;
};

/** What AURA told counts; what the return said only while AURA has told of nobody. */
export function stateOf({ returnStatus, returnedAt, customerId, confirmedAt }: Facts): SignupState {
  if (confirmedAt !== null) return 'registered';
  if (customerId !== null) return 'held';
  if (returnStatus === 'failed' || returnStatus === 'cancelled') return returnStatus;
  return returnedAt === null ? 'open' : 'returned';
}

export type SignedUp = { name: string; surname: string; mobile: string };

const LONGEST_NAME = 200;

/**
 * Who a customer of AURA's is, as far as we need it: by the mobile they sign in. Null when something is missing or
 * no code can be sent there. Names are AURA's, and are taken as they are.
 */
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
