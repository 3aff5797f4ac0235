import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { type ReturnStatus, returnStatuses } from '#lib/vocabulary.ts';

// A signup on a page that AURA hosts, for somebody whom an operator sends there.

const NO_EMAIL = 'Type an e-mail address, or leave it empty';

export const createSignupInput = z.object({
  /** AURA may fill it in for them. Vigil does not keep it. */
  email: z
    .union([z.literal('').transform(() => undefined), z.string().trim().pipe(z.email().max(254))], NO_EMAIL)
    .optional(),
});

/** How somebody comes back from AURA's page. But for our own reference all of it is a hint, and anybody can write it. */
export const returnInput = z.object({
  reference: z.uuid('Not a reference of ours'),
  status: z.enum(returnStatuses).optional().catch(undefined),
  errorCode: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,39}$/)
    .optional()
    .catch(undefined),
});

export const oneSignupInput = z.object({ signupId: z.uuid('Not the id of a signup') });

export const listSignupsInput = z.object({
  after: z
    .string()
    .regex(/^\d{1,15}_[0-9a-f-]{36}$/, 'This is no page')
    .optional(),
});

/**
 * `open`: nobody has come back. `returned`, `failed`, `cancelled`: what the return said, while AURA has nobody.
 * `held`: AURA has a customer whom we could not take in. `registered`: they are one of ours.
 */
export type SignupState = 'open' | 'returned' | 'failed' | 'cancelled' | 'held' | 'registered';

export type SignupRow = {
  signupId: string;
  createdBy: string;
  createdAt: string;
  state: SignupState;
  returnedAt: string | null;
  customerId: number | null;
};

export type SignupPage = {
  asOf: string;
  signups: SignupRow[];
  /** What `after` is for the page of older ones. */
  next: string | null;
};

/** Why a customer of AURA's was not taken in. */
export type HeldWhy = 'mobile_taken' | 'unreadable' | 'deleted' | 'other_reference';

/** What AURA says of a signup, and what came of that here. */
export type SignupOutcome =
  | { kind: 'registered'; customerId: number; maskedMobile: string; isCovered: boolean }
  | { kind: 'held'; why: HeldWhy }
  | { kind: 'nobody_yet' };

/** What somebody sees who came back. */
export type SignupReturn = { outcome: SignupOutcome; said: ReturnStatus | null; errorCode: string | null };

/** Where the form that makes a link stands. The link is shown once, and kept nowhere. */
export type SignupForm = {
  email: string;
  made: { url: string; email: string | null } | null;
  problem: Refusal | null;
};

/** What came of asking AURA about one signup; null before. */
export type RecheckForm = { outcome: SignupOutcome | null; problem: Refusal | null } | null;
