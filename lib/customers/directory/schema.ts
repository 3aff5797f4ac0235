import { z } from 'zod';
import { customerDetails, type RegistrationValues } from '#lib/customers/registration/schema.ts';
import type { Standing, SubscriptionAtAura, SubscriptionFacts } from '#lib/customers/subscriptions/schema.ts';
import type { Refusal } from '#lib/errors/result.ts';
import { typedNumber } from '#lib/platform/typed-text.ts';
import type { PressOutcome, PressState } from '#lib/vocabulary.ts';

// Customers as operators see them: what we keep, and what AURA says when it is asked.

/** AURA's customer ids are whole numbers; anything else is no customer. */
const customerIdField = z.coerce
  .number('Type a customer number')
  .int('Type a customer number')
  .positive('Type a customer number')
  .max(Number.MAX_SAFE_INTEGER, 'Type a customer number');

const SHORT_SEARCH = 'Search for at most 100 characters';

export const listCustomersInput = z.object({
  /** Start of a name or a surname, a mobile in any spelling, or a customer id; empty: everybody, newest first. */
  search: z.string().max(100, SHORT_SEARCH).default(''),
  /** The `next` of an earlier page: by which list its last row was found, and its customer id. */
  after: z
    .string()
    .regex(/^(newest|customer|mobile|surname|name)_\d{1,16}$/, 'Not a cursor of this list')
    .optional(),
});

export const oneCustomerInput = z.object({ customerId: customerIdField });

export const readPrivateInput = oneCustomerInput.extend({
  /** From the page of which of their callouts it is opened, if from one. */
  calloutId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
});

const dateField = z.iso.date('Choose a date');

export const registerCustomerInput = customerDetails.extend({
  /** A box that is ticked: the person is told by a text message. */
  tell: z
    .literal('on')
    .optional()
    .transform((ticked) => ticked === 'on'),
});

export const renewSubscriptionInput = oneCustomerInput.extend({
  /** The last day on which it is valid, in UTC. */
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
  /** The whole new set. */
  dependants: idList,
  /** The set that was on screen, so that nobody undoes what somebody else did meanwhile. */
  shown: idList,
});

export const deleteCustomerInput = oneCustomerInput.extend({
  confirmation: z.string('Type the surname').max(200, 'Type the surname'),
});

export type CustomerRow = {
  customerId: number;
  name: string;
  surname: string;
  mobile: string;
  subscription: SubscriptionFacts;
  registeredAt: string;
  isDeleted: boolean;
};

/** A page of the list; `next` is the cursor of the page after it. */
export type CustomerPage = { asOf: string; customers: CustomerRow[]; next: string | null };

/** How a person came to be one of ours. */
export type Origin = 'registration' | 'operator' | 'import' | 'hosted_signup';

/** What we keep of a customer; `asOf` is our clock when it was read. */
export type CustomerRecord = CustomerRow & {
  personId: string;
  asOf: string;
  origin: Origin;
  deletedAt: string | null;
  subscriptionId: number | null;
  subscriptionTypeId: number;
  /** When AURA last told what is kept of the subscription. */
  subscriptionAsOf: string;
  address: { address: string; latitude: number; longitude: number; savedAt: string } | null;
  contact: { name: string; mobile: string } | null;
  callouts: { total: number; open: number };
  /** Newest first, as many as a page holds. */
  presses: PressLine[];
  hasOlderPresses: boolean;
};

/** One use of the panic button. */
export type PressLine = {
  pressId: string;
  kind: 'real' | 'test';
  state: PressState;
  receivedAt: string;
  calloutId: number | null;
  /** What an operator achieved, where it ended without AURA. */
  outcome: { outcome: PressOutcome; by: string; at: string } | null;
};

/** One fact beside the other; null where the side has nothing. */
export type Comparison = { what: string; ours: string | null; auras: string | null; isSame: boolean };

/** What AURA said just now. */
export type AuraReport = {
  asOf: string;
  facts: Comparison[];
  subscription: (SubscriptionAtAura & { standing: Standing; isOwn: boolean }) | null;
  otherSubscriptions: number;
  /** Of the customer's own subscription. Null: AURA could not say, so the set must not be replaced. */
  dependants: Dependant[] | null;
};

/** A customer covered by somebody's subscription; the name where we know them. */
export type Dependant = { customerId: number; name: string | null };

/** A fact of the private profile, under a group, in words. */
export type PrivateFact = {
  group: 'Contact' | 'Medical' | 'Vehicle' | 'Other';
  term: string;
  detail: string;
};
export type PrivateProfile = { asOf: string; facts: PrivateFact[] };

/** Where a form about a customer stands: what was typed, and what came of it. */
export type CustomerForm = { values: Record<string, string>; done: string | null; problem: Refusal | null };

/** Somebody whom an operator registered. `isTold` is null where nobody was to be told. */
export type RegisteredCustomer = { customerId: number; name: string; isTold: boolean | null };

/** Where a form that registers somebody stands. */
export type RegisterForm = {
  values: RegistrationValues & { tell: boolean };
  registered: RegisteredCustomer | null;
  problem: Refusal | null;
};
