import { z } from 'zod';
import { customerDetails, type RegistrationValues } from '#lib/customers/registration/schema.ts';
import type { Standing, SubscriptionAtAura, SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { typedNumber } from '#lib/platform/typed-text.ts';
import type { Kind, PressOutcome, PressState, Stage } from '#lib/vocabulary.ts';

const customerIdField = z.coerce
  .number('Type a customer number')
  .int('Type a customer number')
  .positive('Type a customer number')
  .max(Number.MAX_SAFE_INTEGER, 'Type a customer number');

const SHORT_SEARCH = 'Search for at most 100 characters';

export const listCustomersInput = z.object({
  /** Prefix of a name or surname, a mobile in any format, or a customer id; empty lists all, newest first. */
  search: z.string().max(100, SHORT_SEARCH).default(''),
  /** Cursor from a previous page's `next`: sort key and customer id of its last row. */
  after: z
    .string()
    .regex(/^(newest|customer|mobile|surname|name)_\d{1,16}$/, 'Not a cursor of this list')
    .optional(),
});

export const oneCustomerInput = z.object({ customerId: customerIdField });

export const readPrivateInput = oneCustomerInput.extend({
  calloutId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});

const dateField = z.iso.date('Choose a date');

export const registerCustomerInput = customerDetails.extend({
  /** Checkbox: send the person a text message. */
  tell: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
});

export const renewSubscriptionInput = oneCustomerInput.extend({
  /** Last valid day, in UTC. */
  lastDay: dateField,
});

export const startSubscriptionInput = oneCustomerInput.extend({
  subscriptionTypeId: z.coerce
    .number('Choose a subscription')
    .int('Choose a subscription')
    .positive('Choose a subscription')
    .max(2_147_483_647, 'Choose a subscription'),
});

export const cancelSubscriptionInput = oneCustomerInput.extend({
  reason: z
    .string('Type a reason')
    .trim()
    .min(3, 'Type a reason: it goes to AURA')
    .max(500, 'At most 500 characters'),
});

const MOST_DEPENDANTS = 20;

const idList = z
  .string()
  .max(1_000, `At most ${MOST_DEPENDANTS} dependants`)
  .transform((text) =>
    typedNumber(text)
      .split(/[ ,;،؛]+/)
      .filter(Boolean),
  )
  .pipe(
    z
      .array(z.string().regex(/^\d{1,15}$/, 'Type customer numbers with commas between them'))
      .max(MOST_DEPENDANTS, `At most ${MOST_DEPENDANTS} dependants`),
  )
  .transform((texts) => [...new Set(texts.map(Number))].sort((a, b) => a - b));

export const setDependantsInput = oneCustomerInput.extend({
  dependants: idList,
  /** The set on screen (optimistic lock against a concurrent change). */
  shown: idList,
});

export const deleteCustomerInput = oneCustomerInput.extend({
  confirmation: z.string('Type the surname').max(200, 'Type the surname'),
});

export type CustomerRow = {
  customerId: number;
  name: string;
  surname: string;
  latinName: string | null;
  mobile: string;
  subscription: SubscriptionFacts;
  registeredAt: string;
  isDeleted: boolean;
};

export type CustomerPage = { asOf: string; customers: CustomerRow[]; next: string | null };

export type Origin = 'registration' | 'operator' | 'import' | 'hosted_signup';

/** Our record of a customer; `asOf` is our clock at the read. */
export type CustomerRecord = CustomerRow & {
  personId: string;
  asOf: string;
  origin: Origin;
  deletedAt: string | null;
  subscriptionId: number | null;
  subscriptionTypeId: number;
  /** When AURA last reported the subscription. */
  subscriptionAsOf: string;
  address: { address: string; latitude: number; longitude: number; savedAt: string } | null;
  trusted: { contacts: { name: string; mobile: string }[]; isTexted: boolean };
  callouts: { total: number; open: number };
  /** Newest first, one page. */
  calloutLines: CalloutLine[];
  /** Other people's callouts and presses near the saved address, newest first; null without an address. */
  nearby: { lines: NearbyLine[]; hasOlder: boolean } | null;
  /** Newest first, one page. */
  presses: PressLine[];
  hasOlderPresses: boolean;
};

export type CalloutLine = { calloutId: number; kind: Kind; stage: Stage; at: string };

export type NearbyLine = {
  kind: Kind;
  at: string;
  person: { customerId: number; name: string; surname: string };
  metres: number;
  /** What it was: a callout, or a press that AURA does not have. */
  what: { calloutId: number; stage: Stage } | { pressId: string; state: PressState };
};

export type PressLine = {
  pressId: string;
  kind: 'real' | 'test';
  state: PressState;
  receivedAt: string;
  calloutId: number | null;
  /** The operator's outcome for a press that ended without AURA. */
  outcome: { outcome: PressOutcome; by: string; at: string } | null;
};

/** One field on both sides; null where a side has no value. */
export type Comparison = { what: string; ours: string | null; auras: string | null; isSame: boolean };

export type AuraReport = {
  asOf: string;
  facts: Comparison[];
  subscription: (SubscriptionAtAura & { standing: Standing; isOwn: boolean }) | null;
  otherSubscriptions: number;
  /** Dependants of the own subscription; null when AURA's list is unreadable, so it must not be replaced. */
  dependants: Dependant[] | null;
};

/** `name` is null for customers we do not have. */
export type Dependant = { customerId: number; name: string | null };

export type PrivateFact = {
  group: 'Contact' | 'Medical' | 'Vehicle' | 'Other';
  term: string;
  detail: string;
};
export type PrivateProfile = { asOf: string; facts: PrivateFact[] };

export type CustomerForm = { values: Record<string, string>; done: string | null; problem: Refusal | null };

/** Result of a registration by an operator. `isNotified` is null when no text message was requested. */
export type RegisteredCustomer = { customerId: number; name: string; isNotified: boolean | null };

export type RegisterForm = {
  values: RegistrationValues & { tell: boolean };
  registered: RegisteredCustomer | null;
  problem: Refusal | null;
};
