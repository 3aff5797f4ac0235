import { z } from 'zod';
import type { Refusal } from '#lib/errors/result.ts';
import { type ReturnStatus, returnStatuses } from '#lib/vocabulary.ts';

const NO_EMAIL = 'Type an e-mail address, or leave it empty';

export const createSignupInput = z.object({
  /** AURA may prefill it. Not stored. */
  email: z
    .union([z.literal('').transform(() => undefined), z.string().trim().pipe(z.email().max(254))], NO_EMAIL)
    .optional(),
});

/** AURA's redirect parameters. Apart from our own reference they are untrusted hints. */
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
 * `open`: no redirect yet. `returned`, `failed`, `cancelled`: the redirect's status, while AURA has no
 * customer. `held`: AURA's customer could not be imported. `registered`: imported.
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
  next: string | null;
};

export type HeldWhy = 'mobile_taken' | 'unreadable' | 'deleted' | 'other_reference';

export type SignupOutcome =
  | { kind: 'registered'; customerId: number; maskedMobile: string; isCovered: boolean }
  | { kind: 'held'; why: HeldWhy }
  | { kind: 'nobody_yet' };

export type SignupReturn = { outcome: SignupOutcome; said: ReturnStatus | null; errorCode: string | null };

/** Form state. The URL is shown once and not stored. */
export type SignupForm = {
  email: string;
  made: { url: string; email: string | null } | null;
  problem: Refusal | null;
};

/** Form state; null before the first check. */
export type RecheckForm = { outcome: SignupOutcome | null; problem: Refusal | null } | null;
